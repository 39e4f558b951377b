import { gradientTimesInputScores } from './gradient-x-input';
import { markLikelihoods, markWeight } from './learned';
import type { AttributionMethod } from './method';

/**
 * How much the target's logit depends on a word's vector, weighed by how likely people would mark the word as a reason.
 *
 * Source: our own combination of `gradient-x-input.ts` and `learned.ts`; it replaces `learned-occlusion.ts` for
 * networks that would have to read the whole text again for each word that is left out. Formula: score of word i =
 * p_i^1.5 · Σ_k ∂logit(target)/∂x_ik · x_ik; p as `learned` has it. Cost: one float32 forward and one backward pass,
 * and one forward pass. Signed: for (+) or against (−) the target. Not complete. Baseline: the zero embedding.
 */
export const learnedGradient: AttributionMethod = {
  name: 'learned-gradient',
  definedFor: 'models that read word vectors and learnt what people mark',
  offeredFor: ({ hasRationaleHead, reads }) => hasRationaleHead === true && reads !== 'ngrams',
  attribute(task) {
    const likely = markLikelihoods(task);
    return { scores: gradientTimesInputScores(task).map((score, word) => markWeight(likely[word]) * score) };
  },
};
