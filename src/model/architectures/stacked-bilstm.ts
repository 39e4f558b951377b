import * as v from 'valibot';
import { bidirectional } from '../anatomy';
import { bidirectionalOf, denseOf, readLstm, readEmbedding } from '../inference/encoder-parts';
import { ifDropped, maskRow, perText, perWord } from '../layer-row';
import { bidirectionalLstm } from '../network/layers/bidirectional';
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
  /** Of the word vectors' features, one mask for a whole text. The article drops nothing below the last state. */
  spatialDropout: v.optional(dropoutRate, 0),
  recurrentDropout: v.optional(dropoutRate, 0),
  /** Of the features of the lower layer's states, one mask for a whole text. */
  stateDropout: v.optional(dropoutRate, 0),
});
export type StackedBilstmConfig = v.InferOutput<typeof schema>;

/** A BiLSTM sees each word with both its sides; an LSTM over its states sums up. */
export const stackedBilstm: Architecture<StackedBilstmConfig> = {
  name: 'stacked-bilstm',
  source:
    'The article that compares networks on film reviews: Embedding(200) with masked padding, BiLSTM(200, sequences), ' +
    'LSTM(200), dropout 0.3, dense sigmoid; 20,000 words, texts of 500.',
  masksUnknown: false,
  reads: 'last-states',
  attends: false,
  published: { maxWords: 20_000, minCount: 1, length: 500, standardisation: 'bare' },
  configure: (given) => parseConfiguration('stacked-bilstm', schema, given),
  layers: (config, labels) => [
    perWord('Embedding', 'embedding', config.dimension),
    maskRow,
    ...ifDropped(config.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', config.dimension)),
    perWord('Bidirectional(LSTM)', 'bilstm', 2 * config.units),
    ...ifDropped(config.stateDropout, perWord('SpatialDropout1D', 'state_dropout', 2 * config.units)),
    perText('LSTM', 'lstm', config.units),
    ...ifDropped(config.dropout, perText('Dropout', 'dropout', config.units)),
    perText('Dense', 'dense', outputsOf(labels)),
  ],
  anatomy: () => ({
    layers: [bidirectional('bilstm'), { cell: 'lstm', forward: 'lstm' }],
    head: 'last-states',
    tail: [{ name: 'dense', activation: 'linear' }],
  }),
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { dimension, units, recurrentDropout } = config;
    const embed = embedding(store, 'embedding', vocabularySize, dimension);
    const lower = bidirectionalLstm(store, 'bilstm', 0, { inputs: dimension, units, recurrentDropout });
    const upper = lstm(store, 'lstm', { inputs: 2 * units, units, recurrentDropout });
    const classify = dense(store, 'dense', units, outputsOf(labels));
    return {
      weights: store.weights,
      reads: 'last-states',
      embed,
      forward(embedded, mask, training) {
        const x = spatialDropout('spatial_dropout', config.spatialDropout, embedded, training);
        const { joined, recurrent } = lower(x, mask, training);
        const states = upper(spatialDropout('state_dropout', config.stateDropout, joined, training), mask, training);
        const last = dropout('dropout', config.dropout, lastState(states, 'forward'), training);
        return { logits: classify(last), recurrent: [...recurrent, { layer: 1, direction: 'forward', states }] };
      },
      loss: crossEntropy,
      dispose: () => store.dispose(),
    };
  },
  encoder: ({ dimension, units }, vocabularySize, labels, weights) => ({
    words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
    layers: [
      bidirectionalOf(weights, 'bilstm', dimension, units),
      { units, forward: readLstm(weights, 'lstm', 2 * units, units) },
    ],
    head: { kind: 'last-states', output: denseOf(weights, 'dense', units, outputsOf(labels)) },
  }),
};
