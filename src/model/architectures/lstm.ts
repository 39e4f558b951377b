import * as v from 'valibot';
import { dropped, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** One LSTM over masked word vectors; its last state decides. */
export const lstmArchitecture = recurrent({
  name: 'lstm',
  source:
    'The article that compares networks on film reviews: Embedding(200) with masked padding, LSTM(200), dropout 0.3, ' +
    'dense sigmoid; 20,000 words, texts of 500.',
  masksUnknown: false,
  published: { maxWords: 20_000, minCount: 1, length: 500, standardisation: 'bare' },
  settings: v.strictObject({
    dimension: size(200),
    units: size(200),
    /** Between the last state and the dense layer. */
    dropout: dropped(0.3),
    /** Dropout of the word vectors' features, one mask for a whole text. The article has none. */
    spatialDropout: dropped(0),
    recurrentDropout: dropped(0),
  }),
  head: 'last-states',
  output: 'sigmoid',
  network: ({ dimension, units, dropout, spatialDropout, recurrentDropout }) => ({
    dimension,
    wordDropout: spatialDropout,
    layers: [{ cell: 'lstm', name: 'lstm', units, directions: 1, recurrentDropout }],
    dropout: { name: 'dropout', rate: dropout },
  }),
});
