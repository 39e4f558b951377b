import { saliencyScores, type TopStates } from '../../model/inference/rationale-head';
import type { DirectedStates } from '../forward-result';
import type { AttributionMethod, ExplanationTask } from './method';

/** The exponent of the likelihood where it weighs the scores of another method. */
const POWER = 1.5;

/**
 * How likely people would mark the word as a reason for the label.
 *
 * Source: a small network on the model's own states, trained on words that people marked (`model/inference/rationale-head.ts`); the
 * idea of supervised rationales is of Zaidan et al. 2007. What people would mark is not why the network decided: how
 * far it is faithful is measured like any other method.
 * Formula: sigmoid(relu(x·W + b)·v + c), x = the topmost states after the word and how far the word moved them.
 * Cost: next to nothing beside the prediction. Unsigned; does not depend on the target; completeness is not claimed. Baseline: none.
 */
export const learned: AttributionMethod = {
  name: 'learned',
  definedFor: 'models that learnt what people mark',
  offeredFor: ({ hasRationaleHead }) => hasRationaleHead === true,
  attribute: (task) => ({ scores: markLikelihoods(task) }),
};

/** `[words]`: the scores of this method, by which other methods weigh their own. */
export function markLikelihoods({ reader, reading, ids, mask }: ExplanationTask): Float64Array {
  const known = reading.values ?? reading.recurrent;
  const states = known.length > 0 ? statesOf(known) : reader.forward(ids, mask);
  return saliencyScores(reader.saliency!, states, mask);
}

/** The states of the first forward pass, so that the text need not be read again. */
const statesOf = (known: readonly DirectedStates[]): TopStates => ({
  recurrent: known.map(({ direction, units }) => ({ layer: 0, direction, units })),
  states: (_, direction) => known.find((one) => one.direction === direction)!.states,
});

/**
 * The factor for another method's score of a word: p^1.5. The exponent was chosen on validation texts with
 * leave-one-out: with a smaller one, the words that people mark rank lower than by attention; with a larger one, the
 * scores lose faithfulness and gain little.
 */
export const markWeight = (likelihood: number): number => likelihood ** POWER;
