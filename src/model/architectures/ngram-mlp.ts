import * as v from 'valibot';
import { denseOf } from '../inference/encoder-parts';
import { rowIfDropped, perText } from '../layer-row';
import { chooseNgrams } from '../ngrams/choose-ngrams';
import { NgramTable } from '../ngrams/ngram-table';
import { ngramReader } from '../inference/text-reader';
import type { Architecture } from './architecture';
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

/** A small network over the words and short phrases of a text, without regard to their places. */
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
    ...rowIfDropped(config.dropout, perText('Dropout', 'dropout', units)),
    perText('Dense', 'dense', outputsOf(labels)),
  ],
  count(config, vocabularySize, labels, texts) {
    const { words, scale } = chooseNgrams(texts, { ...config, vocabularySize, labels });
    return new Map([
      ['ngrams/words', words],
      ['ngrams/scale', scale],
    ]);
  },
  plan: ({ ngrams, longest, scaling, units, dropout }, labels) => ({
    kind: 'ngrams',
    ngrams,
    longest,
    counted: scaling === 'tf-idf',
    units,
    dropout,
    outputs: outputsOf(labels),
  }),
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
