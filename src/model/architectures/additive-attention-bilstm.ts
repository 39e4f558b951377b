import * as v from 'valibot';
import { bidirectional } from '../anatomy';
import { additiveAttentionOf, bidirectionalOf, denseOf, readEmbedding } from '../inference/encoder-parts';
import { maskRow, perText, perWord } from '../layer-row';
import { additiveAttention } from '../network/layers/additive-attention';
import { bidirectionalLstm } from '../network/layers/bidirectional';
import { dense } from '../network/layers/dense';
import { embedding } from '../network/layers/embedding';
import { crossEntropy } from '../network/loss';
import type { Architecture } from '../network/network';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, outputsOf, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 128),
  units: v.optional(positiveInteger, 128),
  attentionUnits: v.optional(positiveInteger, 128),
  /** Dropout of the input of the first and of the second BiLSTM. */
  dropout: v.optional(v.tuple([dropoutRate, dropoutRate]), [0.3, 0.2]),
});
export type AdditiveAttentionConfig = v.InferOutput<typeof schema>;

/** Two BiLSTMs; what both directions end with asks, by additive attention, which words matter. */
export const additiveAttentionBilstm: Architecture<AdditiveAttentionConfig> = {
  name: 'additive-attention-bilstm',
  source:
    'The additive-attention article (attention of Bahdanau et al. 2015): Embedding(10,000, 128), BiLSTM(128, dropout 0.3), ' +
    'BiLSTM(128, dropout 0.2), attention with 128 units queried by the joined last states, dense sigmoid. ' +
    'Changed: sigmoid gates instead of unbounded relu ones, and padding is masked.',
  masksUnknown: false,
  reads: 'sequence',
  attends: true,
  published: { maxWords: 10_000, minCount: 1, length: 200 },
  configure: (given) => parseConfiguration('additive-attention-bilstm', schema, given),
  layers: ({ dimension, units }, labels) => [
    perWord('Embedding', 'embedding', dimension),
    maskRow,
    perWord('Bidirectional(LSTM)', 'bilstm_1', 2 * units),
    perWord('Bidirectional(LSTM)', 'bilstm_2', 2 * units),
    perText('AdditiveAttention', 'attention', 2 * units),
    perText('Dense', 'dense', outputsOf(labels)),
  ],
  anatomy: () => ({
    layers: ['bilstm_1', 'bilstm_2'].map((name) => bidirectional(name)),
    head: 'attention',
    tail: [{ name: 'dense', activation: 'linear' }],
  }),
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { dimension, units, attentionUnits } = config;
    const embed = embedding(store, 'embedding', vocabularySize, dimension);
    const lower = bidirectionalLstm(store, 'bilstm_1', 0, { inputs: dimension, units, dropout: config.dropout[0] });
    const upper = bidirectionalLstm(store, 'bilstm_2', 1, { inputs: 2 * units, units, dropout: config.dropout[1] });
    const attend = additiveAttention(store, 'attention', {
      states: 2 * units,
      query: 2 * units,
      units: attentionUnits,
    });
    const classify = dense(store, 'dense', 2 * units, outputsOf(labels));
    return {
      weights: store.weights,
      reads: 'sequence',
      embed,
      forward(embedded, mask, training) {
        const first = lower(embedded, mask, training);
        const second = upper(first.joined, mask, training);
        const { context, attention } = attend(second.joined, second.last, mask);
        return { logits: classify(context), recurrent: [...first.recurrent, ...second.recurrent], attention };
      },
      loss: crossEntropy,
      dispose: () => store.dispose(),
    };
  },
  encoder: ({ dimension, units, attentionUnits }, vocabularySize, labels, weights) => ({
    words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
    layers: [
      bidirectionalOf(weights, 'bilstm_1', dimension, units),
      bidirectionalOf(weights, 'bilstm_2', 2 * units, units),
    ],
    head: {
      ...additiveAttentionOf(weights, 'attention', 2 * units, attentionUnits),
      output: denseOf(weights, 'dense', 2 * units, outputsOf(labels)),
    },
  }),
};
