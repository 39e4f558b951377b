import * as v from 'valibot';
import { bidirectional } from '../anatomy';
import { bidirectionalOf, denseOf, feedForwardAttentionOf, readEmbedding } from '../inference/encoder-parts';
import { ifDropped, maskRow, perText, perWord } from '../layer-row';
import { bidirectionalLstm } from '../network/layers/bidirectional';
import { dense } from '../network/layers/dense';
import { dropout, spatialDropout } from '../network/layers/dropout';
import { embedding } from '../network/layers/embedding';
import { feedForwardAttention } from '../network/layers/feed-forward-attention';
import { crossEntropy } from '../network/loss';
import type { Architecture, RecurrentStates } from '../network/network';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 50),
  units: v.optional(positiveInteger, 128),
  /** BiLSTMs on top of one another. */
  layers: v.optional(v.picklist([1, 2]), 1),
  /** Of the attention; 1 as published: e = tanh(h·W + b). More: e = v·tanh(h·W + b). */
  attentionUnits: v.optional(positiveInteger, 1),
  /** Of the word vectors' features, one mask for a whole text. The article has no dropout at all. */
  spatialDropout: v.optional(dropoutRate, 0),
  recurrentDropout: v.optional(dropoutRate, 0),
  /** Of the features of each BiLSTM's states, one mask for a whole text. */
  stateDropout: v.optional(dropoutRate, 0),
  /** Between the weighted sum and the dense layer. */
  dropout: v.optional(dropoutRate, 0),
});
export type AttentionBilstmConfig = v.InferOutput<typeof schema>;

/** One BiLSTM (or two) whose states are weighed by a feed-forward attention: each word says itself how much it matters. */
export const attentionBilstm: Architecture<AttentionBilstmConfig> = {
  name: 'attention-bilstm',
  source:
    'The TextAttBiRNN article on Chinese comments: Embedding(50), BiLSTM(128), feed-forward attention ' +
    'e = tanh(h·W + b) (Raffel and Ellis 2015), weighted sum, dense softmax over three classes; jieba words, texts of 40. ' +
    'Changed: one bias for all positions instead of one for each, which could not read longer texts than it was ' +
    'trained on; padding is masked.',
  masksUnknown: false,
  reads: 'sequence',
  attends: true,
  published: { maxWords: 5_000, minCount: 1, length: 40 },
  configure: (given) => parseConfiguration('attention-bilstm', schema, given),
  layers: (config, labels) => [
    perWord('Embedding', 'embedding', config.dimension),
    maskRow,
    ...ifDropped(config.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', config.dimension)),
    ...Array.from({ length: config.layers }, (_, layer) => [
      perWord('Bidirectional(LSTM)', `bilstm_${layer + 1}`, 2 * config.units),
      ...ifDropped(config.stateDropout, perWord('SpatialDropout1D', `state_dropout_${layer + 1}`, 2 * config.units)),
    ]).flat(),
    perText('FeedForwardAttention', 'attention', 2 * config.units),
    ...ifDropped(config.dropout, perText('Dropout', 'dropout', 2 * config.units)),
    perText('Dense', 'dense', labels),
  ],
  anatomy: ({ layers }) => ({
    layers: Array.from({ length: layers }, (_, layer) => bidirectional(`bilstm_${layer + 1}`)),
    head: 'attention',
    tail: [{ name: 'dense', activation: 'linear' }],
  }),
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { dimension, units, recurrentDropout } = config;
    const embed = embedding(store, 'embedding', vocabularySize, dimension);
    const bilstms = Array.from({ length: config.layers }, (_, layer) =>
      bidirectionalLstm(store, `bilstm_${layer + 1}`, layer, {
        inputs: layer === 0 ? dimension : 2 * units,
        units,
        recurrentDropout,
      }),
    );
    const attend = feedForwardAttention(store, 'attention', { states: 2 * units, units: config.attentionUnits });
    const classify = dense(store, 'dense', 2 * units, labels);
    return {
      weights: store.weights,
      reads: 'sequence',
      embed,
      forward(embedded, mask, training) {
        let x = spatialDropout('spatial_dropout', config.spatialDropout, embedded, training);
        const recurrent: RecurrentStates[] = [];
        bilstms.forEach((bilstm, layer) => {
          const { joined, recurrent: states } = bilstm(x, mask, training);
          recurrent.push(...states);
          x = spatialDropout(`state_dropout_${layer + 1}`, config.stateDropout, joined, training);
        });
        const { context, attention } = attend(x, mask);
        return { logits: classify(dropout('dropout', config.dropout, context, training)), recurrent, attention };
      },
      loss: crossEntropy,
      dispose: () => store.dispose(),
    };
  },
  encoder: ({ dimension, units, layers, attentionUnits }, vocabularySize, labels, weights) => ({
    words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
    layers: Array.from({ length: layers }, (_, layer) =>
      bidirectionalOf(weights, `bilstm_${layer + 1}`, layer === 0 ? dimension : 2 * units, units),
    ),
    head: {
      ...feedForwardAttentionOf(weights, 'attention', 2 * units, attentionUnits),
      output: denseOf(weights, 'dense', 2 * units, labels),
    },
  }),
};
