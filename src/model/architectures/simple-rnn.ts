import * as v from 'valibot';
import { dropped, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** The plainest recurrent network: it forgets fast, which is what the article shows with it. */
export const simpleRnnArchitecture = recurrent({
  name: 'simple-rnn',
  source:
    'The article that compares networks on film reviews: Embedding(32) with masked padding, SimpleRNN(32) (Elman 1990), ' +
    'dense sigmoid; 20,000 words, texts of 500.',
  masksUnknown: false,
  published: { maxWords: 20_000, minCount: 1, length: 500, standardisation: 'bare' },
  settings: v.strictObject({
    dimension: size(32),
    units: size(32),
    /** Between the last state and the dense layer. The article drops nothing anywhere. */
    dropout: dropped(0),
    /** Dropout of the word vectors' features, one mask for a whole text. */
    spatialDropout: dropped(0),
    recurrentDropout: dropped(0),
  }),
  head: 'last-states',
  output: 'sigmoid',
  network: ({ dimension, units, dropout, spatialDropout, recurrentDropout }) => ({
    dimension,
    wordDropout: spatialDropout,
    layers: [{ cell: 'simple-rnn', name: 'simple_rnn', units, directions: 1, recurrentDropout }],
    dropout: { name: 'dropout', rate: dropout },
  }),
});
