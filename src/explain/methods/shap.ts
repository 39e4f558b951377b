import type { Ids } from '../../model/inference/forward';
import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import { SaliencyError } from '../../shared/saliency-error';
import { onlyWords, targetLogits, wordsInVocabulary } from './evaluate-many';
import type { Attribution, AttributionMethod, ExplanationTask } from './method';
import type { ChunkedWork } from '../chunked-work';
import type { Reader } from '../forward-result';
import { logitOf, type LogitWeights } from './target';

/** Longer texts need more permutations than anyone waits for. */
const MOST_WORDS = 40;
/** Up to this many words all 256 subsets are read, and the values are exact. */
const EXACT_WORDS = 8;
/** Random orders, each read from its start and from its end. */
const PAIRS = 10;
const SEED = mixSeed('permutation SHAP');

/**
 * What a word adds to the target's logit, on average over the orders in which the words could be put into the text.
 *
 * Source: Shapley 1953; permutation sampling of Castro, Gómez and Tejada 2009, antithetic as in SHAP's permutation
 * explainer (Lundberg and Lee 2017).
 * Formula: φ_i = mean over orders π of logit(words up to i in π) − logit(words before i in π); words that are not yet in
 * are deleted, the others keep the text's own order. Exact, over all subsets, up to 8 words; else 10 random orders of a
 * fixed seed, forwards and backwards, so that the same text has the same scores.
 * Cost: at most 256 or 20 forward passes a word, in the arithmetic of the prediction. Signed. Complete: the scores add up to
 * logit(text) − logit(empty text), of any number of orders. Symmetric in exchangeable words and 0 for a word that never
 * changes anything (exactly so where exact). Baseline: the empty text. At most 40 words.
 */
export const shap: AttributionMethod = {
  name: 'shap',
  definedFor: 'all models, for texts of up to 40 words',
  offeredFor: () => true,
  attribute,
};

function* attribute({ reader, ids, mask, reading, target }: ExplanationTask): ChunkedWork<Attribution> {
  const words = wordsInVocabulary(mask);
  if (words.length > MOST_WORDS) throw tooMany(words.length);
  const values = new SubsetLogits(reader, { ids, mask }, words, target);
  const shares = words.length <= EXACT_WORDS ? exact(words.length, values) : yield* sampled(words.length, values);
  const scores = new Float64Array(ids.length);
  words.forEach((word, i) => (scores[word] = shares[i]));
  const [empty] = values.of([[]]);
  const total = scores.reduce((sum, score) => sum + score, 0);
  return { scores, completeness: total - (logitOf(target, reading.logits) - empty) };
}

/** The target's logit of subsets of the words, each read once. */
class SubsetLogits {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly reader: Reader,
    private readonly text: Ids,
    /** Places of the words in the text. */
    private readonly words: readonly number[],
    private readonly target: LogitWeights,
  ) {}

  /** @param subsets positions in the list of words, ascending */
  of(subsets: readonly (readonly number[])[]): number[] {
    const keys = subsets.map((subset) => subset.join());
    const missing = [...new Map(keys.map((key, i) => [key, subsets[i]]))].filter(([key]) => !this.known.has(key));
    const texts = missing.map(([, subset]) =>
      onlyWords(
        this.text,
        subset.map((position) => this.words[position]),
      ),
    );
    const logits = targetLogits(this.reader, texts, this.target);
    missing.forEach(([key], i) => this.known.set(key, logits[i]));
    return keys.map((key) => this.known.get(key)!);
  }
}

/** Σ over subsets S without i of |S|! (n − |S| − 1)! / n! · (v(S and i) − v(S)). */
function exact(count: number, values: SubsetLogits): Float64Array {
  const positions = Array.from({ length: count }, (_, i) => i);
  const subsets = Array.from({ length: 2 ** count }, (_, bits) => positions.filter((i) => bits & (1 << i)));
  const logits = values.of(subsets);
  const weights = [1 / count];
  for (let size = 1; size < count; size++) weights.push((weights[size - 1] * size) / (count - size));
  return Float64Array.from(positions, (i) =>
    subsets.reduce((sum, subset, bits) => {
      if (bits & (1 << i)) return sum;
      return sum + weights[subset.length] * (logits[bits | (1 << i)] - logits[bits]);
    }, 0),
  );
}

function* sampled(count: number, values: SubsetLogits): ChunkedWork<Float64Array> {
  const random = seededRandom(SEED);
  const scores = new Float64Array(count);
  const positions = Array.from({ length: count }, (_, i) => i);
  for (let pair = 0; pair < PAIRS; pair++) {
    if (pair > 0) yield;
    const order = shuffle([...positions], random);
    for (const one of [order, [...order].reverse()]) {
      const logits = values.of([[], ...one.map((_, last) => one.slice(0, last + 1).sort((a, b) => a - b))]);
      one.forEach((word, at) => (scores[word] += (logits[at + 1] - logits[at]) / (2 * PAIRS)));
    }
  }
  return scores;
}

function tooMany(words: number): SaliencyError {
  return new SaliencyError(
    `SHAP is for texts of up to ${MOST_WORDS} words that the model knows; this one has ${words}. Select less, or choose integrated gradients or occlusion.`,
    'too-many-words',
    { method: 'shap', words, most: MOST_WORDS },
  );
}
