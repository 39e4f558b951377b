import { markLikelihoods } from './learned';
import type { AttributionMethod } from './method';

/**
 * Which words people would mark as a reason: 1 for a word that they would rather mark than not, 0 for the others.
 *
 * Formula: 1 where the likelihood of `learned.ts` is above 1/2, else 0.
 * Cost: two forward passes. Unsigned; does not depend on the target; completeness is not claimed. Baseline: none.
 */
export const learnedSelection: AttributionMethod = {
  name: 'learned-selection',
  definedFor: 'models that learnt what people mark',
  offeredFor: ({ marks }) => marks === true,
  attribute: (task) => ({ scores: markLikelihoods(task).map((likelihood) => Number(likelihood > 0.5)) }),
};
