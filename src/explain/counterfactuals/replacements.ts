import type { Counterfactuals, Replacement } from '../../shared/studies';
import type { LoadedModel } from '../explain';
import { float32Of } from '../forward-result';
import { targetOf } from '../methods/target';
import type { YieldPoint } from '../yield-point';
import { replacementEdit } from './edits';
import { substituteCandidates, type CandidateVectors } from './substitute-candidates';
import { OFFERED, surestFirst } from './removals';
import type { Outcome, Trial } from './trial';

/** Words of the text that are tried, and others in place of each. */
const WORDS = 12;
const EACH = 12;
/** Words that may go through the model. */
const MOST_COST = 150_000;

const EMBEDDING = 'embedding/embeddings';

type Found = Outcome & Pick<Replacement, 'from' | 'to'>;

/**
 * One word replaced by another of its kind such that the prediction flips; see `substituteCandidates` for the candidates, which are
 * taken in the order of their first-order effect (HotFlip, Ebrahimi et al. 2018) and offered only where the changed text
 * does flip, one a word.
 *
 * @param order positions of all words that the model reads, those that weigh most first
 */
export async function oneReplacement(
  subject: LoadedModel,
  trial: Trial,
  order: readonly number[],
  step: YieldPoint,
): Promise<Counterfactuals['replacements']> {
  const words = wordVectorsOf(subject);
  if (!words) return { found: [], tried: 0, unavailable: 'no-word-vectors' };
  const { explanation } = trial;
  const { ids, mask } = subject.encode(explanation.words);
  const [label, other] = nearestLabels(trial.prediction.probabilities);
  await step();
  const target = targetOf(subject.forward(ids, mask).logits.length, label, other);
  const { gradients: gradient } = float32Of(subject).gradients(ids, mask, target);
  const start = trial.cost;
  const found: Found[] = [];
  let [tried, asked] = [0, 0];
  for (const position of order) {
    if (asked === WORDS || trial.cost - start > MOST_COST) break;
    const { text: from, known } = explanation.words[position];
    if (!known) continue;
    await step();
    const slope = gradient.subarray(position * words.dimension, (position + 1) * words.dimension);
    const alike = substituteCandidates(words, ids[position], slope, explanation.language);
    if (alike.length > 0) asked++;
    for (const { token, id, gain } of alike.slice(0, EACH)) {
      if (gain >= 0) break;
      await step();
      tried++;
      if (!trial.flips(trial.swapped(position, id))) continue;
      const to = writtenLike(token, from);
      const outcome = await trial.changed([position], [replacementEdit(explanation.words[position], to)]);
      if (!outcome || !trial.flips(outcome.prediction)) continue;
      found.push({ ...outcome, from, to });
      break;
    }
  }
  const best = surestFirst(trial, found).slice(0, OFFERED);
  return { found: best.map(({ from, to, ...one }) => ({ ...trial.counterfactual(one), from, to })), tried };
}

function wordVectorsOf(subject: LoadedModel): CandidateVectors | undefined {
  const { vocabulary } = subject;
  const vectors = subject.weight?.(EMBEDDING);
  if (!vocabulary || !vectors) return undefined;
  const { tokens, reserved } = vocabulary;
  const all = new Set(tokens);
  return {
    tokens,
    has: (token) => all.has(token),
    reserved,
    vectors,
    dimension: vectors.length / (tokens.length + reserved),
  };
}

/** The likeliest label and the next. */
function nearestLabels(probabilities: readonly number[]): number[] {
  return probabilities.map((_, label) => label).sort((a, b) => probabilities[b] - probabilities[a]);
}

/** A token is lower case; the word in whose place it comes may not be. */
export function writtenLike(token: string, word: string): string {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return token.toUpperCase();
  }
  const [first] = word;
  const capital = first === first.toUpperCase() && first !== first.toLowerCase();
  return capital ? token.charAt(0).toUpperCase() + token.slice(1) : token;
}
