import { logitsWithout, wordsInVocabulary, WORDS_PER_PIECE } from './evaluate-many';
import type { Attribution, AttributionMethod, ExplanationTask } from './method';
import type { ChunkedWork } from '../chunked-work';
import { logitOf } from './target';

/**
 * How much the target's logit falls when a word is deleted.
 *
 * Source: leave-one-out, or representation erasure: Li, Monroe and Jurafsky 2016, "Understanding neural networks through
 * representation erasure"; occlusion in Zeiler and Fergus 2014.
 * Formula: score of word i = logit(text) − logit(text without word i); the words after it move up. Words that the model
 * skips are 0.
 * Cost: one forward pass a word and one more, in the arithmetic of the prediction: quadratic in the length; recurrent models
 * go on from what they knew before the word, for half of that. Signed: for (+)
 * or against (−) the target. Not complete: words that stand in for one another all score little. Baseline: the text
 * without the word.
 */
export const occlusion: AttributionMethod = {
  name: 'occlusion',
  definedFor: 'all models',
  offeredFor: () => true,
  attribute,
};

/** Deletions in one piece, whatever the length: what is read of the text before them is shared. */
const FEWEST = 8;

function* attribute({ reader, ids, mask, reading, target }: ExplanationTask): ChunkedWork<Attribution> {
  const whole = logitOf(target, reading.logits);
  const scores = new Float64Array(ids.length);
  const read = wordsInVocabulary(mask);
  const most = Math.max(FEWEST, Math.floor(WORDS_PER_PIECE / ids.length));
  for (let from = 0; from < read.length; from += most) {
    if (from > 0) yield;
    const words = read.slice(from, from + most);
    logitsWithout(reader, { ids, mask }, words, target).forEach((logit, i) => (scores[words[i]] = whole - logit));
  }
  return { scores };
}
