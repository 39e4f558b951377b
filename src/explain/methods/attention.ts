import type { AttributionMethod } from './method';

/**
 * How much of its attention the model gave to each word.
 *
 * Source: the weights of additive attention (Bahdanau, Cho and Bengio 2015), read as an explanation; where a model
 * looked is not why it decided (Jain and Wallace 2019), so it is a saliency and never shown as for or against.
 * Formula: the attention weight itself, a softmax over the words. Cost: one forward pass. Unsigned; sums to 1; does
 * not depend on the target; completeness is not claimed. Baseline: none.
 */
export const attention: AttributionMethod = {
  name: 'attention',
  definedFor: 'models with attention',
  offeredFor: ({ attends }) => attends,
  attribute: ({ mask, reading: { attention: weights } }) => ({
    scores: Float64Array.from(mask, (read, word) => (read ? weights![word] : 0)),
  }),
};
