import { EMPTY, targetLogits, wordsRead, type Ids } from './evaluate-many';
import type { AttributionMethod, Task } from './method';
import { logitOf } from './target';

/**
 * How much the target's logit falls when a word is deleted.
 *
 * Source: leave-one-out, or representation erasure: Li, Monroe and Jurafsky 2016, "Understanding neural networks through
 * representation erasure"; occlusion in Zeiler and Fergus 2014.
 * Formula: score of word i = logit(text) − logit(text without word i); the words behind it move up. Words that the model
 * skips are 0.
 * Cost: one forward pass a word and one more, in the arithmetic of the verdict: quadratic in the length. Signed: for (+)
 * or against (−) the target. Not complete: words that stand in for one another all score little. Baseline: the text
 * without the word.
 */
export const occlusion: AttributionMethod = {
  name: 'occlusion',
  signed: true,
  additive: false,
  unit: 'logit',
  baseline: 'text without the word',
  definedFor: 'all models',
  offeredFor: () => true,
  attribute: (task) => ({ scores: scoresOf(task) }),
};

/** Deletions that are written out at a time: a long text's would not fit in memory at once. */
const AT_ONCE = 64;

function scoresOf({ reader, ids, mask, reading, target }: Task): Float64Array {
  const whole = logitOf(target, reading.logits);
  const scores = new Float64Array(ids.length);
  const read = wordsRead(mask);
  for (let from = 0; from < read.length; from += AT_ONCE) {
    const words = read.slice(from, from + AT_ONCE);
    const texts = words.map((word) => without({ ids, mask }, word));
    targetLogits(reader, texts, target).forEach((logit, i) => (scores[words[i]] = whole - logit));
  }
  return scores;
}

function without({ ids, mask }: Ids, word: number): Ids {
  if (ids.length === 1) return EMPTY;
  const stays = (_: number, at: number) => at !== word;
  return { ids: ids.filter(stays), mask: mask.filter(stays) };
}
