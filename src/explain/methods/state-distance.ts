import type { AttributionMethod } from './method';
import type { DirectedStates, ForwardResult } from '../forward-result';

/**
 * How far each word moved the state of a recurrent network toward where it ended.
 *
 * Source: the state-distance explanation of a Chinese sentiment LSTM; for more directions than one, ours.
 * Formula: d_i = ‖h_n − h_i‖ / ‖h_n‖ for i = 0…n with h_0 = 0; score of word i = d_{i−1} − d_i. A backward
 * direction reads from the right, so there the score is d_{i+1} − d_i; of two directions the mean is shown. Topmost
 * recurrent layer.
 * Cost: one forward pass. A saliency (unsigned): a negative score means that the word moved the state away from where
 * it ended, not that it speaks against the label. The scores sum to 1 and do not depend on the target; they are no
 * differences of logits, so completeness is not claimed. Baseline: the empty state.
 */
export const stateDistance: AttributionMethod = {
  name: 'state-distance',
  definedFor: 'recurrent models that decide from their last states',
  offeredFor: ({ reads }) => reads === 'last-states',
  attribute: ({ reading }) => ({ scores: stateDistanceScores(reading) }),
};

/** The scores of a reading whose head reads last states. */
export function stateDistanceScores(reading: ForwardResult): Float64Array {
  // A skipped word scores exactly 0. Before the first word that is read, rounding would leave it a last digit.
  return mean(reading, steps).map((score, word) => (reading.mask[word] ? score : 0));
}

/** The distance that is left *after* each word, from near 1 down to 0; the mean of the directions. */
export function distances(reading: ForwardResult): Float64Array {
  return mean(reading, (states) => along(states).slice(1));
}

/** The scores of one direction, in the order in which it reads. */
function steps(states: DirectedStates): Float64Array {
  const distance = along(states);
  return distance.subarray(1).map((after, i) => distance[i] - after);
}

/** d_0 … d_n in the order in which the direction reads; all 0 where no word moved the state at all. */
function along({ direction, units, states }: DirectedStates): Float64Array {
  const words = states.length / units;
  const position = (step: number) => (direction === 'forward' ? step - 1 : words - step) * units;
  const last = states.subarray(position(words), position(words) + units);
  // Summed in the same order as the distances, so that a skipped word before all others scores exactly 0.
  const norm = Math.sqrt(last.reduce((squares, value) => squares + value ** 2, 0));
  const distance = new Float64Array(words + 1);
  if (norm === 0) return distance;
  distance[0] = 1;
  for (let step = 1; step <= words; step++) {
    let squares = 0;
    for (let unit = 0, at = position(step); unit < units; unit++, at++) squares += (last[unit] - states[at]) ** 2;
    distance[step] = Math.sqrt(squares) / norm;
  }
  return distance;
}

/** The mean over the directions of what `measure` gives in reading order, put into text order. */
function mean({ recurrent, mask }: ForwardResult, measure: (states: DirectedStates) => Float64Array): Float64Array {
  const total = new Float64Array(mask.length);
  for (const states of recurrent) {
    const values = measure(states);
    if (states.direction === 'backward') values.reverse();
    values.forEach((value, word) => (total[word] += value / recurrent.length));
  }
  return total;
}
