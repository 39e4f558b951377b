import * as v from 'valibot';
import { dropped, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** One LSTM whose last state decides; how each word moved that state is the explanation. */
export const stateDistanceLstm = recurrent({
  name: 'state-distance-lstm',
  source:
    'The state-distance article: Embedding(10,000, 128), LSTM(128), dropout 0.5, dense sigmoid; Keras on jieba words, ' +
    'unknown words masked like padding.',
  masksUnknown: true,
  published: { maxWords: 10_000, minCount: 10, length: 100 },
  settings: v.strictObject({
    dimension: size(128),
    units: size(128),
    /** Between the last state and the dense layer. */
    dropout: dropped(0.5),
    /** Dropout of the word vectors' features, one mask for a whole text. The article has none. */
    inputDropout: dropped(0),
    recurrentDropout: dropped(0),
  }),
  head: 'last-states',
  output: 'sigmoid',
  network: ({ dimension, units, dropout, inputDropout, recurrentDropout }) => ({
    dimension,
    layers: [{ cell: 'lstm', name: 'lstm', units, directions: 1, inputDropout, recurrentDropout }],
    dropout: { name: 'dropout', rate: dropout },
  }),
});
