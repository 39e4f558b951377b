import type { Model } from '../model';
import { probabilitiesOf } from '../probabilities';
import type { Word } from '../../text/word';
import type { Candidate } from './label-next';

/**
 * A text as `labelNext` takes it: its probabilities, and the mean of the states of the topmost recurrent layer over its words.
 * A model without recurrent layers has no states: there its logits stand for them. Undefined if it can read no word.
 */
export function candidateOf(model: Model, words: readonly Word[]): Candidate | undefined {
  const { ids, mask } = model.encode(words);
  if (!mask.includes(1)) return undefined;
  const pass = model.forward(ids, mask);
  const probabilities = probabilitiesOf(pass.logits, model.temperature);
  const top = Math.max(-1, ...pass.recurrent.map(({ layer }) => layer));
  const parts = pass.recurrent.filter(({ layer }) => layer === top);
  const state = parts.flatMap(({ layer, direction, units }) => [...mean(pass.states(layer, direction), units)]);
  return { probabilities, state: state.length > 0 ? state : [...pass.logits] };
}

/** @param states `[words, units]` */
function mean(states: Float32Array, units: number): Float64Array {
  const sums = new Float64Array(units);
  states.forEach((value, i) => (sums[i % units] += value));
  return sums.map((sum) => sum / (states.length / units));
}
