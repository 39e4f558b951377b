import { float32Of } from '../forward-result';
import type { AttributionMethod, ExplanationTask } from './method';
import { wordDots } from './word-dots';

/**
 * How the target's logit would change, to first order, if a word's vector shrank to zero.
 *
 * Source: Shrikumar et al. 2016, "Not just a black box"; Kindermans et al. 2016.
 * Formula: Σ_k ∂logit(target)/∂x_ik · x_ik over the dimensions k of word i's vector; the logit before temperature, of
 * a lone sigmoid the log-odds (+z for the last label, −z for the first).
 * Cost: one float32 forward and one backward pass. Signed: for (+) or against (−) the target. Not complete: a
 * first-order estimate that need not add up to a difference of logits, so none is reported. Baseline: the zero
 * embedding.
 */
export const gradientTimesInput: AttributionMethod = {
  name: 'gradient-x-input',
  definedFor: 'models that read word vectors',
  offeredFor: ({ reads }) => reads !== 'ngrams',
  attribute: (task) => ({ scores: gradientTimesInputScores(task) }),
};

/** `[words]`: the scores of this method, for others that weigh them. */
export function gradientTimesInputScores({ reader, ids, mask, target }: ExplanationTask): Float64Array {
  const { gradients, vectors } = reader.gradients
    ? reader.gradients(ids, mask, target)
    : float32Of(reader).gradients(ids, mask, target);
  return wordDots(gradients, vectors, mask);
}
