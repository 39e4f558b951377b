import * as v from 'valibot';
import { denseOf, readLstm, readEmbedding } from '../inference/encoder-parts';
import { ifDropped, maskRow, perText, perWord } from '../layer-row';
import { dense } from '../network/layers/dense';
import { dropout } from '../network/layers/dropout';
import { embedding } from '../network/layers/embedding';
import { lastState } from '../network/layers/last-state';
import { lstm } from '../network/layers/lstm';
import { crossEntropy } from '../network/loss';
import type { Architecture } from '../network/network';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, outputsOf, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 128),
  units: v.optional(positiveInteger, 128),
  /** Between the last state and the dense layer. */
  dropout: v.optional(dropoutRate, 0.5),
  /** Of the word vectors' features, one mask for a whole text. The article has none. */
  inputDropout: v.optional(dropoutRate, 0),
  recurrentDropout: v.optional(dropoutRate, 0),
});
export type StateDistanceConfig = v.InferOutput<typeof schema>;

/** One LSTM whose last state decides; how each word moved that state is the explanation. */
export const stateDistanceLstm: Architecture<StateDistanceConfig> = {
  name: 'state-distance-lstm',
  source:
    'The state-distance article: Embedding(10,000, 128), LSTM(128), dropout 0.5, dense sigmoid; Keras on jieba words, ' +
    'unknown words masked like padding.',
  masksUnknown: true,
  reads: 'last-states',
  attends: false,
  published: { maxWords: 10_000, minCount: 10, length: 100 },
  configure: (given) => parseConfiguration('state-distance-lstm', schema, given),
  layers: (config, labels) => [
    perWord('Embedding', 'embedding', config.dimension),
    maskRow,
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
    const embed = embedding(store, 'embedding', vocabularySize, config.dimension);
    const recur = lstm(store, 'lstm', {
      inputs: config.dimension,
      units: config.units,
      dropout: config.inputDropout,
      recurrentDropout: config.recurrentDropout,
    });
    const classify = dense(store, 'dense', config.units, outputsOf(labels));
    return {
      weights: store.weights,
      reads: 'last-states',
      embed,
      forward(embedded, mask, training) {
        const states = recur(embedded, mask, training);
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
