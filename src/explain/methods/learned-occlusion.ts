import { logitsWithout, wordsInVocabulary, WORDS_PER_PIECE } from './evaluate-many';
import { markLikelihoods, markWeight } from './learned';
import type { Attribution, AttributionMethod, ExplanationTask } from './method';
import type { ChunkedWork } from '../chunked-work';
import { logitOf } from './target';

/** The largest number of words that are left out in turn: a long text costs no more forward passes than this. */
const MOST = 50;

/**
 * How much the target's logit falls when a word is deleted, weighed by how likely people would mark the word as a
 * reason.
 *
 * Source: our own combination of two known methods: leave-one-out (`occlusion.ts`), which is faithful but also marks
 * words that mean little to people, and supervised rationales (`learned.ts`), which mark what people would but have no
 * direction. Formula: score of word i = p_i^1.5 · (logit(text) − logit(text without word i)) for the 50 words of the
 * largest p, 0 for the others; p as `learned` has it, the power as `markWeight` says. Cost: one forward pass and one
 * for each of 50 words at most, half as long where the model goes on from what it knew before the word. Signed: for (+)
 * or against (−) the target. Not complete. Baseline: the text without the word.
 */
export const learnedOcclusion: AttributionMethod = {
  name: 'learned-occlusion',
  definedFor: 'models that learnt what people mark',
  offeredFor: ({ hasRationaleHead }) => hasRationaleHead === true,
  attribute,
};

function* attribute(task: ExplanationTask): ChunkedWork<Attribution> {
  const { reader, ids, mask, reading, target } = task;
  const likely = markLikelihoods(task);
  const whole = logitOf(target, reading.logits);
  const scores = new Float64Array(ids.length);
  const first = wordsInVocabulary(mask).sort((a, b) => likely[b] - likely[a] || a - b);
  const words = first.slice(0, MOST).sort((a, b) => a - b);
  const most = Math.max(1, Math.floor(WORDS_PER_PIECE / ids.length));
  for (let from = 0; from < words.length; from += most) {
    if (from > 0) yield;
    const some = words.slice(from, from + most);
    logitsWithout(reader, { ids, mask }, some, target).forEach((logit, i) => {
      scores[some[i]] = markWeight(likely[some[i]]) * (whole - logit);
    });
  }
  return { scores };
}
