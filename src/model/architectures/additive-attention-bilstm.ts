import * as v from 'valibot';
import { dropoutRate, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** Two BiLSTMs with additive attention, whose query is the last states of both directions. */
export const additiveAttentionBilstm = recurrent({
  name: 'additive-attention-bilstm',
  source:
    'The additive-attention article (attention of Bahdanau et al. 2015): Embedding(10,000, 128), BiLSTM(128, dropout 0.3), ' +
    'BiLSTM(128, dropout 0.2), attention with 128 units queried by the joined last states, dense sigmoid. ' +
    'Changed: sigmoid gates instead of unbounded relu ones, and padding is masked.',
  masksUnknown: false,
  published: { maxWords: 10_000, minCount: 1, length: 200 },
  settings: v.strictObject({
    dimension: size(128),
    units: size(128),
    attentionUnits: size(128),
    /** Dropout of the input of the first and of the second BiLSTM. */
    dropout: v.optional(v.tuple([dropoutRate, dropoutRate]), [0.3, 0.2]),
  }),
  head: 'additive-attention',
  output: 'sigmoid',
  network: ({ dimension, units, attentionUnits, dropout: [lower, upper] }) => {
    const layer = { cell: 'lstm', units, directions: 2 } as const;
    return {
      dimension,
      layers: [
        { ...layer, name: 'bilstm_1', inputDropout: lower },
        { ...layer, name: 'bilstm_2', inputDropout: upper },
      ],
      attentionUnits,
    };
  },
});
