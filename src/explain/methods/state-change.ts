import type { DirectedStates } from '../forward-result';
import type { AttributionMethod } from './method';

/**
 * How much each word changed the hidden state, wherever it moved to.
 *
 * Source: ours, the plain step that `state-distance.ts` measures along the way to the last state.
 * Formula: s_i = ‖h_i − h_{i−1}‖ with h_0 = 0; score of word i = s_i / Σ s. A backward direction reads from the right; of
 * two directions the mean is shown. Topmost recurrent layer.
 * Cost: one forward pass. Unsigned; does not depend on the target; not complete. Baseline: the empty state.
 */
export const stateChange: AttributionMethod = {
  name: 'state-change',
  definedFor: 'recurrent models that decide from their last states',
  offeredFor: ({ reads }) => reads === 'last-states',
  attribute({ reading: { recurrent, mask } }) {
    const scores = new Float64Array(mask.length);
    for (const states of recurrent)
      stepShares(states).forEach((share, word) => (scores[word] += (mask[word] ? share : 0) / recurrent.length));
    return { scores };
  },
};

/** For each word, the length of its step as a share of all steps; 0 where no word moved the state. */
function stepShares({ direction, units, states }: DirectedStates): Float64Array {
  const lengths = new Float64Array(states.length / units);
  const before = direction === 'forward' ? -1 : 1;
  for (let word = 0; word < lengths.length; word++) {
    let squares = 0;
    for (let unit = 0; unit < units; unit++)
      squares += (states[word * units + unit] - (states[(word + before) * units + unit] ?? 0)) ** 2;
    lengths[word] = Math.sqrt(squares);
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return total === 0 ? lengths : lengths.map((length) => length / total);
}
