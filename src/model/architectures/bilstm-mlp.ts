import * as v from 'valibot';
import { dropped, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** The last states of a BiLSTM go through two wide dense layers with heavy dropout in training. */
export const bilstmMlp = recurrent({
  name: 'bilstm-mlp',
  source:
    'The LSTM article on film reviews: Embedding, spatial dropout 0.3, BiLSTM(100, dropout 0.3, recurrent dropout 0.3), ' +
    'twice dense 1024 relu with dropout 0.8, dense softmax; its tiny setting: 1,000 words, the last 20 words of a text, ' +
    'dimension 8. Changed: padding is masked.',
  masksUnknown: false,
  published: { maxWords: 1_000, minCount: 1, length: 20, cut: 'last', readsCut: true, standardisation: 'bare' },
  settings: v.strictObject({
    dimension: size(8),
    units: size(100),
    /** Width of the dense layers between the last states and the output. */
    hidden: size(1024),
    /** Dropout of the word vectors' features, one mask for a whole text. */
    spatialDropout: dropped(0.3),
    /** Dropout of the BiLSTM's inputs, with a mask of its own for each direction. */
    inputDropout: dropped(0.3),
    recurrentDropout: dropped(0.3),
    /** Dropout of the output of each of the two dense layers. */
    dropout: dropped(0.8),
  }),
  head: 'last-states',
  output: 'softmax',
  network: ({ dimension, units, hidden, spatialDropout, inputDropout, recurrentDropout, dropout }) => ({
    dimension,
    wordDropout: spatialDropout,
    layers: [{ cell: 'lstm', name: 'bilstm', units, directions: 2, inputDropout, recurrentDropout }],
    hidden: ['dense_1', 'dense_2'].map((name) => ({ name, units: hidden, dropout })),
  }),
});
