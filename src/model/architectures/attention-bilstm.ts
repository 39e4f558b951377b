import * as v from 'valibot';
import type { RecurrentLayerPlan } from '../network-plan';
import { dropped, size } from './configuration';
import { recurrent } from './recurrent/recurrent';

/** One BiLSTM (or two) whose states are weighed by a feed-forward attention: each word says itself how much it matters. */
export const attentionBilstm = recurrent({
  name: 'attention-bilstm',
  source:
    'The TextAttBiRNN article on Chinese comments: Embedding(50), BiLSTM(128), feed-forward attention ' +
    'e = tanh(h·W + b) (Raffel and Ellis 2015), weighted sum, dense softmax over three classes; jieba words, texts of 40. ' +
    'Changed: one bias for all positions instead of one for each, which could not read longer texts than it was ' +
    'trained on; padding is masked.',
  masksUnknown: false,
  published: { maxWords: 5_000, minCount: 1, length: 40 },
  settings: v.strictObject({
    dimension: size(50),
    units: size(128),
    /** BiLSTMs on top of one another. */
    layers: v.optional(v.picklist([1, 2]), 1),
    /** Units of the attention; 1 as published: e = tanh(h·W + b). With more: e = v·tanh(h·W + b). */
    attentionUnits: size(1),
    /** Dropout of the word vectors' features, one mask for a whole text. The article has no dropout at all. */
    spatialDropout: dropped(0),
    recurrentDropout: dropped(0),
    /** Dropout of the features of each BiLSTM's states, one mask for a whole text. */
    stateDropout: dropped(0),
    /** Between the weighted sum and the dense layer. */
    dropout: dropped(0),
  }),
  head: 'feed-forward-attention',
  output: 'softmax',
  network: ({ dimension, units, layers, attentionUnits, spatialDropout, recurrentDropout, stateDropout, dropout }) => {
    const layer = (number: number): RecurrentLayerPlan => ({
      cell: 'lstm',
      name: `bilstm_${number}`,
      units,
      directions: 2,
      recurrentDropout,
      dropout: { name: `state_dropout_${number}`, rate: stateDropout, mask: 'text' },
    });
    return {
      dimension,
      wordDropout: spatialDropout,
      layers: Array.from({ length: layers }, (_, below) => layer(below + 1)),
      attentionUnits,
      dropout: { name: 'dropout', rate: dropout },
    };
  },
});
