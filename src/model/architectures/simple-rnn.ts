import * as v from 'valibot';
import { denseOf, simpleRnnOf, readEmbedding } from '../inference/encoder-parts';
import { ifDropped, maskRow, perText, perWord } from '../layer-row';
import { dense } from '../network/layers/dense';
import { dropout, spatialDropout } from '../network/layers/dropout';
import { embedding } from '../network/layers/embedding';
import { lastState } from '../network/layers/last-state';
import { simpleRnn } from '../network/layers/simple-rnn';
import { crossEntropy } from '../network/loss';
import type { Architecture } from '../network/network';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, outputsOf, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  dimension: v.optional(positiveInteger, 32),
  units: v.optional(positiveInteger, 32),
  /** Between the last state and the dense layer. The article drops nothing anywhere. */
  dropout: v.optional(dropoutRate, 0),
  /** Of the word vectors' features, one mask for a whole text. */
  spatialDropout: v.optional(dropoutRate, 0),
  recurrentDropout: v.optional(dropoutRate, 0),
});
export type SimpleRnnConfig = v.InferOutput<typeof schema>;

/** The plainest recurrent network: it forgets fast, which is what the article shows with it. */
export const simpleRnnArchitecture: Architecture<SimpleRnnConfig> = {
  name: 'simple-rnn',
  source:
    'The article that compares networks on film reviews: Embedding(32) with masked padding, SimpleRNN(32) (Elman 1990), ' +
    'dense sigmoid; 20,000 words, texts of 500.',
  masksUnknown: false,
  reads: 'last-states',
  attends: false,
  published: { maxWords: 20_000, minCount: 1, length: 500, standardisation: 'bare' },
  configure: (given) => parseConfiguration('simple-rnn', schema, given),
  layers: (config, labels) => [
    perWord('Embedding', 'embedding', config.dimension),
    maskRow,
    ...ifDropped(config.spatialDropout, perWord('SpatialDropout1D', 'spatial_dropout', config.dimension)),
    perText('SimpleRNN', 'simple_rnn', config.units),
    ...ifDropped(config.dropout, perText('Dropout', 'dropout', config.units)),
    perText('Dense', 'dense', outputsOf(labels)),
  ],
  anatomy: () => ({
    layers: [{ cell: 'simple-rnn', forward: 'simple_rnn' }],
    head: 'last-states',
    tail: [{ name: 'dense', activation: 'linear' }],
  }),
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { dimension, units, recurrentDropout } = config;
    const embed = embedding(store, 'embedding', vocabularySize, dimension);
    const recur = simpleRnn(store, 'simple_rnn', { inputs: dimension, units, recurrentDropout });
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
    layers: [{ cell: 'simple-rnn', units, forward: simpleRnnOf(weights, 'simple_rnn', dimension, units) }],
    head: { kind: 'last-states', output: denseOf(weights, 'dense', units, outputsOf(labels)) },
  }),
};
