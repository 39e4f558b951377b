import { float32Of } from '../forward-result';
import type { AttributionMethod, ExplanationTask } from './method';

/**
 * The share of the logit that every n-gram of the text has, handed to its words in equal parts.
 *
 * Source: exact for a network of one relu layer over n-grams (it is linear as long as the same units are active), see
 * `model/network/ngram-shares.ts`; equal parts are the Shapley value of words that only count together.
 * Formula: share of an n-gram = its value × Σ over the active units of weight in × weight out; a word's score is the sum
 * over the n-grams with it of share / length.
 * Cost: one forward pass. Signed. Complete: the scores add up to the target's logit less the biases' part, that of the
 * units which are active; no difference of two texts is claimed, so no completeness is reported. Baseline: none.
 */
export const ngramSharesMethod: AttributionMethod = {
  name: 'ngram-shares',
  definedFor: 'models that read n-grams',
  offeredFor: ({ reads }) => reads === 'ngrams',
  attribute: (task) => ({ scores: scoresOf(task) }),
};

function scoresOf({ reader, ids, mask, target }: ExplanationTask): Float64Array {
  const { ngramShares } = float32Of(reader);
  const scores = new Float64Array(ids.length);
  // Shares are asked for by label; the last label's are those of a lone output.
  const labels = target.length === 1 ? [1] : [...target.keys()].filter((output) => target[output] !== 0);
  for (const label of labels) {
    const factor = target.length === 1 ? target[0] : target[label];
    for (const { at, length, share } of ngramShares!(ids, mask, label))
      for (let word = at; word < at + length; word++) scores[word] += (factor * share) / length;
  }
  return scores;
}
