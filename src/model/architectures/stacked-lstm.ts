import * as v from 'valibot';
import { denseOf, readLstm, readEmbedding } from '../inference/encoder-parts';
import { ifDropped, maskRow, perText, perWord } from '../layer-row';
import { dense } from '../network/layers/dense';
import { dropout, featureDropout, spatialDropout } from '../network/layers/dropout';
import { embedding } from '../network/layers/embedding';
import { lastState } from '../network/layers/last-state';
import { lstm } from '../network/layers/lstm';
import { crossEntropy } from '../network/loss';
import type { Architecture } from '../network/network';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 8),
  units: v.optional(positiveInteger, 256),
  /** Of the lower layer's states, feature by feature and word by word, and of the last state. */
  dropout: v.optional(dropoutRate, 0.5),
  /** Of the word vectors' features, one mask for a whole text. The article has none. */
  spatialDropout: v.optional(dropoutRate, 0),
  recurrentDropout: v.optional(dropoutRate, 0),
});
export type StackedLstmConfig = v.InferOutput<typeof schema>;

/** Two LSTMs, one over the states of the other. */
export const stackedLstm: Architecture<StackedLstmConfig> = {
  name: 'stacked-lstm',
  source:
    'The LSTM article on film reviews: Embedding, LSTM(256, sequences), dropout 0.5, LSTM(256), dropout 0.5, dense ' +
    'softmax; its tiny setting: 1,000 words, the last 20 words of a text, dimension 8. Changed: padding is masked.',
  masksUnknown: false,
  reads: 'last-states',
  attends: false,
  published: { maxWords: 1_000, minCount: 1, length: 20, cut: 'last', readsCut: true, standardisation: 'bare' },
  configure: (given) => parseConfiguration('stacked-lstm', schema, given),
  layers: (config, labels) => [
    perWord('Embedding', 'embedding', config.dimension),
    maskRow,
    ...ifDropped(config.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', config.dimension)),
    perWord('LSTM', 'lstm_1', config.units),
    ...ifDropped(config.dropout, perWord('Dropout', 'dropout_1', config.units)),
    perText('LSTM', 'lstm_2', config.units),
    ...ifDropped(config.dropout, perText('Dropout', 'dropout_2', config.units)),
    perText('Dense', 'dense', labels),
  ],
  anatomy: () => ({
    layers: [
      { cell: 'lstm', forward: 'lstm_1' },
      { cell: 'lstm', forward: 'lstm_2' },
    ],
    head: 'last-states',
    tail: [{ name: 'dense', activation: 'linear' }],
  }),
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { dimension, units, recurrentDropout } = config;
    const embed = embedding(store, 'embedding', vocabularySize, dimension);
    const lower = lstm(store, 'lstm_1', { inputs: dimension, units, recurrentDropout });
    const upper = lstm(store, 'lstm_2', { inputs: units, units, recurrentDropout });
    const classify = dense(store, 'dense', units, labels);
    return {
      weights: store.weights,
      reads: 'last-states',
      embed,
      forward(embedded, mask, training) {
        const x = spatialDropout('spatial_dropout', config.spatialDropout, embedded, training);
        const below = lower(x, mask, training);
        const above = upper(featureDropout('dropout_1', config.dropout, below, training), mask, training);
        const last = dropout('dropout_2', config.dropout, lastState(above, 'forward'), training);
        return {
          logits: classify(last),
          recurrent: [
            { layer: 0, direction: 'forward', states: below },
            { layer: 1, direction: 'forward', states: above },
          ],
        };
      },
      loss: crossEntropy,
      dispose: () => store.dispose(),
    };
  },
  encoder: ({ dimension, units }, vocabularySize, labels, weights) => ({
    words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
    layers: [
      { units, forward: readLstm(weights, 'lstm_1', dimension, units) },
      { units, forward: readLstm(weights, 'lstm_2', units, units) },
    ],
    head: { kind: 'last-states', output: denseOf(weights, 'dense', units, labels) },
  }),
};
