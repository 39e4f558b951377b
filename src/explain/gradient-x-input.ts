import type { AttributionMethod } from './method';

/**
 * How the target's logit would change, to first order, if a word's vector shrank to zero.
 *
 * Source: Shrikumar et al. 2016, "Not just a black box"; Kindermans et al. 2016.
 * Formula: Σ_k ∂logit(target)/∂x_ik · x_ik over the dimensions k of word i's vector; the logit before temperature, of
 * a lone sigmoid the log-odds (+z for the last label, −z for the first).
 * Cost: one forward and one backward pass. Signed: for (+) or against (−) the target. Not complete: a first-order
 * estimate that need not add up to a difference of logits, so none is reported. Baseline: the zero embedding.
 */
export const gradientTimesInput: AttributionMethod = {
  name: 'gradient-x-input',
  signed: true,
  additive: false,
  unit: 'logit',
  baseline: 'zero embedding',
  needsGradient: true,
  offeredFor: () => true,
  attribute: ({ gradientTimesInput: scores }) => Float64Array.from(scores!),
};
