import type { AttributionMethod } from './method';
import type { DirectedStates, ForwardResult } from '../forward-result';

/**
 * How much of what the model read through its attention came from each word: a large weight on a small state adds little.
 *
 * Source: Kobayashi et al. 2020, "Attention is not only a weight: analyzing Transformers with vector norms"; here for
 * attention over recurrent states, which have no value projection of their own.
 * Formula: a_i ‖h_i‖ / Σ_j a_j ‖h_j‖ with attention a and h_i the joined states of the topmost recurrent layer at word i.
 * Cost: one forward pass. Unsigned; sums to 1 (0 where no word was read); does not depend on the target; completeness is
 * not claimed. Baseline: none.
 */
export const attentionTimesNorm: AttributionMethod = {
  name: 'attention-x-norm',
  definedFor: 'models with attention',
  offeredFor: ({ attends }) => attends,
  attribute: ({ reading }) => ({ scores: sharesOf(reading) }),
};

function sharesOf({ attention, values, mask }: ForwardResult): Float64Array {
  const sizes = Float64Array.from(mask, (read, word) => (read ? attention![word] * norm(values!, word) : 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total > 0 ? sizes.map((size) => size / total) : sizes;
}

/** The length of a word's joined states. */
function norm(values: readonly DirectedStates[], word: number): number {
  let squares = 0;
  for (const { units, states } of values)
    for (let at = word * units; at < (word + 1) * units; at++) squares += states[at] ** 2;
  return Math.sqrt(squares);
}
