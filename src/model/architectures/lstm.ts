import * as v from 'valibot';
import { denseOf, readLstm, readEmbedding } from '../inference/encoder-parts';
import { ifDropped, maskRow, perText, perWord } from '../layer-row';
import { dense } from '../network/layers/dense';
import { dropout, spatialDropout } from '../network/layers/dropout';
import { embedding } from '../network/layers/embedding';
import { lastState } from '../network/layers/last-state';
import { lstm } from '../network/layers/lstm';
import { crossEntropy } from '../network/loss';
import type { Architecture } from '../network/network';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, outputsOf, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 200),
  units: v.optional(positiveInteger, 200),
  /** Between the last state and the dense layer. */
  dropout: v.optional(dropoutRate, 0.3),
  /** Of the word vectors' features, one mask for a whole text. The article has none. */
  spatialDropout: v.optional(dropoutRate, 0),
  recurrentDropout: v.optional(dropoutRate, 0),
});
export type LstmConfig = v.InferOutput<typeof schema>;

/** One LSTM over masked word vectors; its last state decides. */
export const lstmArchitecture: Architecture<LstmConfig> = {
  name: 'lstm',
  source:
    'The article that compares networks on film reviews: Embedding(200) with masked padding, LSTM(200), dropout 0.3, ' +
    'dense sigmoid; 20,000 words, texts of 500.',
  masksUnknown: false,
  reads: 'last-states',
  attends: false,
  published: { maxWords: 20_000, minCount: 1, length: 500, standardisation: 'bare' },
  configure: (given) => parseConfiguration('lstm', schema, given),
  layers: (config, labels) => [
    perWord('Embedding', 'embedding', config.dimension),
    maskRow,
    ...ifDropped(config.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', config.dimension)),
    perText('LSTM', 'lstm', config.units),
    ...ifDropped(config.dropout, perText('Dropout', 'dropout', config.units)),
    perText('Dense', 'dense', outputsOf(labels)),
  ],
  anatomy: () => ({
    layers: [{ cell: 'lstm', forward: 'lstm' }],
    head: 'last-states',
    tail: [{ name: 'dense', activation: 'linear' }],
  }),
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { dimension, units, recurrentDropout } = config;
    const embed = embedding(store, 'embedding', vocabularySize, dimension);
    const recur = lstm(store, 'lstm', { inputs: dimension, units, recurrentDropout });
    const classify = dense(store, 'dense', units, outputsOf(labels));
    return {
      weights: store.weights,
      reads: 'last-states',
      embed,
      forward(embedded, mask, training) {
        const x = spatialDropout('spatial_dropout', config.spatialDropout, embedded, training);
        const states = recur(x, mask, training);
        const last = dropout('dropout', config.dropout, lastState(states, 'forward'), training);
        return { logits: classify(last), recurrent: [{ layer: 0, direction: 'forward', states }] };
      },
      loss: crossEntropy,
      dispose: () => store.dispose(),
    };
  },
  encoder: ({ dimension, units }, vocabularySize, labels, weights) => ({
    words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
    layers: [{ units, forward: readLstm(weights, 'lstm', dimension, units) }],
    head: { kind: 'last-states', output: denseOf(weights, 'dense', units, outputsOf(labels)) },
  }),
};
