import * as v from 'valibot';
import { add, cast, expandDims, relu, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { denseOf } from '../inference/encoder-parts';
import { ifDropped, perText } from '../layer-row';
import { dense } from '../network/layers/dense';
import { dropout } from '../network/layers/dropout';
import { ngramFeatures } from '../network/layers/ngram-features';
import { zeros } from '../network/initializers';
import { crossEntropy } from '../network/loss';
import type { Architecture } from '../network/network';
import { chooseNgrams } from '../ngrams/choose-ngrams';
import type { NgramRow } from '../ngrams/ngram-row';
import { NgramTable } from '../ngrams/ngram-table';
import { ngramShares } from '../ngrams/ngram-shares';
import { ngramReader } from '../inference/text-reader';
import { WeightStore } from '../network/weight-store';
import { dropoutRate, outputsOf, parseConfiguration, positiveInteger } from './configuration';

const schema = v.strictObject({
  /** How many n-grams are kept, the best by analysis of variance. */
  ngrams: v.optional(positiveInteger, 20_000),
  /** Words of the longest n-grams. */
  longest: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)), 2),
  minTexts: v.optional(positiveInteger, 2),
  scaling: v.optional(v.picklist(['tf-idf', 'naive-bayes']), 'tf-idf'),
  units: v.optional(positiveInteger, 256),
  dropout: v.optional(dropoutRate, 0.6),
});
export type NgramMlpConfig = v.InferOutput<typeof schema>;

/** Which words and short phrases stand in a text, wherever they stand, judged by a small network. */
export const ngramMlp: Architecture<NgramMlpConfig> = {
  name: 'ngram-mlp',
  source:
    "The n-gram model of Google's text classification guide: word 1–2-grams, tf-idf, the best 20,000 by ANOVA F, dense 256 relu, " +
    'dropout 0.6, dense. Changed: n-grams of words outside the vocabulary are left out, and a text has unit length over the ' +
    'n-grams that were kept instead of all.',
  masksUnknown: false,
  reads: 'ngrams',
  attends: false,
  published: { maxWords: 30_000, minCount: 2, length: 0 },
  configure: (given) => parseConfiguration('ngram-mlp', schema, given),
  layers: ({ ngrams, units, ...config }, labels) => [
    {
      ...perText(`TextVectorization(1–${config.longest}-grams, ${config.scaling})`, 'ngrams', ngrams),
      weights: ['ngrams/words', 'ngrams/scale'],
      trained: false,
    },
    { ...perText('Dense(relu)', 'hidden', units), weights: ['ngrams/kernel', 'hidden/bias'] },
    ...ifDropped(config.dropout, perText('Dropout', 'dropout', units)),
    perText('Dense', 'dense', outputsOf(labels)),
  ],
  count(config, vocabularySize, labels, texts) {
    const { words, scale } = chooseNgrams(texts, { ...config, vocabularySize, labels });
    return new Map([
      ['ngrams/words', words],
      ['ngrams/scale', scale],
    ]);
  },
  build(config, vocabularySize, labels, initial) {
    const store = new WeightStore(initial);
    const { ngrams, longest, units, scaling } = config;
    const counted = scaling === 'tf-idf';
    const shape = { vocabulary: vocabularySize, ngrams, longest, units, counted };
    const features = ngramFeatures(store, 'ngrams', shape);
    const bias = store.vector('hidden/bias', units, zeros);
    const classify = dense(store, 'dense', units, outputsOf(labels));
    const hidden = (rows: readonly NgramRow[]): Tensor2D => relu(add(features.apply(rows), bias));
    return {
      weights: store.weights,
      reads: 'ngrams',
      // The n-grams are looked up by the ids themselves: what goes on to `forward` is the id, as a number.
      embed: (ids) => expandDims<Tensor3D>(cast(ids, 'float32'), 2),
      forward(embedded, mask, training) {
        const [batch, time] = mask.shape;
        const [ids, read] = [embedded.dataSync(), mask.dataSync()];
        const rows = Array.from({ length: batch }, (_, row) =>
          features.read(ids.subarray(row * time, (row + 1) * time), read.subarray(row * time, (row + 1) * time)),
        );
        return { logits: classify(dropout('hidden', config.dropout, hidden(rows), training)), recurrent: [] };
      },
      shares: (ids, mask, target) => {
        const kernel = store.weights.get('dense/kernel') as Tensor2D;
        return ngramShares(features, bias, kernel, features.read(ids, mask), target);
      },
      loss: crossEntropy,
      dispose: () => store.dispose(),
    };
  },
  reader: ({ ngrams, longest, units, scaling }, vocabularySize, labels, weights) =>
    ngramReader({
      table: new NgramTable(weights.values('ngrams/words', ngrams * longest), longest, vocabularySize),
      scale: weights.values('ngrams/scale', ngrams),
      counted: scaling === 'tf-idf',
      kernel: weights.rows('ngrams/kernel', ngrams, units),
      bias: weights.values('hidden/bias', units),
      output: denseOf(weights, 'dense', units, outputsOf(labels)),
    }),
};
