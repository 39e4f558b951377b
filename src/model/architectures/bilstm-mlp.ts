import { relu } from '@tensorflow/tfjs-core';
import * as v from 'valibot';
import { bidirectional } from '../anatomy';
import { bidirectionalOf, denseOf, readEmbedding } from '../inference/encoder-parts';
import { ifDropped, maskRow, perText, perWord } from '../layer-row';
import { bidirectionalLstm } from '../network/layers/bidirectional';
import { dense } from '../network/layers/dense';
import { dropout, spatialDropout } from '../network/layers/dropout';
import { embedding } from '../network/layers/embedding';
import { crossEntropy } from '../network/loss';
import type { Architecture } from '../network/network';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 8),
  units: v.optional(positiveInteger, 100),
  /** Width of the dense layers between the last states and the output. */
  hidden: v.optional(positiveInteger, 1024),
  /** Of the word vectors' features, one mask for a whole text. */
  spatialDropout: v.optional(dropoutRate, 0.3),
  /** Of the BiLSTM's inputs, other features for each direction. */
  inputDropout: v.optional(dropoutRate, 0.3),
  recurrentDropout: v.optional(dropoutRate, 0.3),
  /** Behind each of the two dense layers. */
  dropout: v.optional(dropoutRate, 0.8),
});
export type BilstmMlpConfig = v.InferOutput<typeof schema>;

const HIDDEN = ['dense_1', 'dense_2'] as const;

/** What a BiLSTM ends with goes through two wide dense layers, nearly all of which is dropped in training. */
export const bilstmMlp: Architecture<BilstmMlpConfig> = {
  name: 'bilstm-mlp',
  source:
    'The LSTM article on film reviews: Embedding, spatial dropout 0.3, BiLSTM(100, dropout 0.3, recurrent dropout 0.3), ' +
    'twice dense 1024 relu with dropout 0.8, dense softmax; its tiny setting: 1,000 words, the last 20 words of a text, ' +
    'dimension 8. Changed: padding is masked.',
  masksUnknown: false,
  reads: 'last-states',
  attends: false,
  published: { maxWords: 1_000, minCount: 1, length: 20, cut: 'last', readsCut: true, standardisation: 'bare' },
  configure: (given) => parseConfiguration('bilstm-mlp', schema, given),
  layers: (config, labels) => [
    perWord('Embedding', 'embedding', config.dimension),
    maskRow,
    ...ifDropped(config.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', config.dimension)),
    perText('Bidirectional(LSTM)', 'bilstm', 2 * config.units),
    ...HIDDEN.flatMap((name) => [
      perText('Dense(relu)', name, config.hidden),
      ...ifDropped(config.dropout, perText('Dropout', `${name}_dropout`, config.hidden)),
    ]),
    perText('Dense', 'dense', labels),
  ],
  anatomy: () => ({
    layers: [bidirectional('bilstm')],
    head: 'last-states',
    tail: [...HIDDEN.map((name) => ({ name, activation: 'relu' as const })), { name: 'dense', activation: 'linear' }],
  }),
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { dimension, units, hidden, inputDropout, recurrentDropout } = config;
    const embed = embedding(store, 'embedding', vocabularySize, dimension);
    const options = { inputs: dimension, units, dropout: inputDropout, recurrentDropout };
    const bilstm = bidirectionalLstm(store, 'bilstm', 0, options);
    const layers = HIDDEN.map((name, i) => dense(store, name, i === 0 ? 2 * units : hidden, hidden));
    const classify = dense(store, 'dense', hidden, labels);
    return {
      weights: store.weights,
      reads: 'last-states',
      embed,
      forward(embedded, mask, training) {
        const x = spatialDropout('spatial_dropout', config.spatialDropout, embedded, training);
        const { last, recurrent } = bilstm(x, mask, training);
        const top = layers.reduce(
          (below, layer, i) => dropout(`${HIDDEN[i]}_dropout`, config.dropout, relu(layer(below)), training),
          last,
        );
        return { logits: classify(top), recurrent };
      },
      loss: crossEntropy,
      dispose: () => store.dispose(),
    };
  },
  encoder: ({ dimension, units, hidden }, vocabularySize, labels, weights) => ({
    words: readEmbedding(weights, 'embedding', vocabularySize, dimension),
    layers: [bidirectionalOf(weights, 'bilstm', dimension, units)],
    head: {
      kind: 'last-states',
      hidden: HIDDEN.map((name, i) => ({
        ...denseOf(weights, name, i === 0 ? 2 * units : hidden, hidden),
        activation: 'relu',
      })),
      output: denseOf(weights, 'dense', hidden, labels),
    },
  }),
};
