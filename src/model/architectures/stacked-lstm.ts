import * as v from 'valibot';
import { dropped, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** Two LSTMs, one over the states of the other. */
export const stackedLstm = recurrent({
  name: 'stacked-lstm',
  source:
    'The LSTM article on film reviews: Embedding, LSTM(256, sequences), dropout 0.5, LSTM(256), dropout 0.5, dense ' +
    'softmax; its tiny setting: 1,000 words, the last 20 words of a text, dimension 8. Changed: padding is masked.',
  masksUnknown: false,
  published: { maxWords: 1_000, minCount: 1, length: 20, cut: 'last', readsCut: true, standardisation: 'bare' },
  settings: v.strictObject({
    dimension: size(8),
    units: size(256),
    /** Dropout of the lower layer's states, feature by feature and word by word, and of the last state. */
    dropout: dropped(0.5),
    /** Dropout of the word vectors' features, one mask for a whole text. The article has none. */
    spatialDropout: dropped(0),
    recurrentDropout: dropped(0),
  }),
  head: 'last-states',
  output: 'softmax',
  network: ({ dimension, units, dropout: rate, spatialDropout, recurrentDropout }) => {
    const layer = { cell: 'lstm', units, directions: 1, recurrentDropout } as const;
    return {
      dimension,
      wordDropout: spatialDropout,
      layers: [
        { ...layer, name: 'lstm_1', dropout: { name: 'dropout_1', rate, mask: 'word' } },
        { ...layer, name: 'lstm_2' },
      ],
      dropout: { name: 'dropout_2', rate },
    };
  },
});
