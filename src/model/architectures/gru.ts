import * as v from 'valibot';
import { dropped, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** A GRU: two gates instead of the three of an LSTM and no cell, so a quarter fewer weights. */
export const gruArchitecture = recurrent({
  name: 'gru',
  source:
    'Cho et al. 2014 with the sizes of the film review article: Embedding(200) with masked padding, GRU(200) as Keras has it ' +
    '(the reset gate after the product), dropout 0.3, dense sigmoid; 20,000 words, texts of 500.',
  masksUnknown: false,
  published: { maxWords: 20_000, minCount: 1, length: 500, standardisation: 'bare' },
  settings: v.strictObject({
    dimension: size(200),
    units: size(200),
    /** Between the last state and the dense layer. */
    dropout: dropped(0.3),
    /** Dropout of the word vectors' features, one mask for a whole text. */
    spatialDropout: dropped(0),
    /** Dropout of the GRU's inputs, one mask for all words of a text. */
    inputDropout: dropped(0),
  }),
  head: 'last-states',
  output: 'sigmoid',
  onTensors: true,
  network: ({ dimension, units, dropout, spatialDropout, inputDropout }) => ({
    dimension,
    wordDropout: spatialDropout,
    layers: [{ cell: 'gru', name: 'gru', units, directions: 1, inputDropout }],
    dropout: { name: 'dropout', rate: dropout },
  }),
});
