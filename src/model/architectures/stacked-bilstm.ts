import * as v from 'valibot';
import { dropped, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** A BiLSTM, and an LSTM over its states, whose last state is classified. */
export const stackedBilstm = recurrent({
  name: 'stacked-bilstm',
  source:
    'The article that compares networks on film reviews: Embedding(200) with masked padding, BiLSTM(200, sequences), ' +
    'LSTM(200), dropout 0.3, dense sigmoid; 20,000 words, texts of 500.',
  masksUnknown: false,
  published: { maxWords: 20_000, minCount: 1, length: 500, standardisation: 'bare' },
  settings: v.strictObject({
    dimension: size(200),
    units: size(200),
    /** Between the last state and the dense layer. */
    dropout: dropped(0.3),
    /** Dropout of the word vectors' features, one mask for a whole text. The article drops nothing below the last state. */
    spatialDropout: dropped(0),
    recurrentDropout: dropped(0),
    /** Dropout of the features of the lower layer's states, one mask for a whole text. */
    stateDropout: dropped(0),
  }),
  head: 'last-states',
  output: 'sigmoid',
  network: ({ dimension, units, dropout, spatialDropout, recurrentDropout, stateDropout: rate }) => {
    const layer = { cell: 'lstm', units, recurrentDropout } as const;
    return {
      dimension,
      wordDropout: spatialDropout,
      layers: [
        { ...layer, name: 'bilstm', directions: 2, dropout: { name: 'state_dropout', rate, mask: 'text' } },
        { ...layer, name: 'lstm', directions: 1 },
      ],
      dropout: { name: 'dropout', rate: dropout },
    };
  },
});
