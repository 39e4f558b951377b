import { REASONS, type Reason } from '../../shared/overview';
import { hasWords, type ResultAnswer } from './result-row';

const NEAR = 0.05;
const UNSURE = 0.2;
/** One word decides alone if it has this share of all that supports the prediction … */
const ALONE = 0.75;
/** … in a text of at least so many words. */
const SOME_WORDS = 4;

/** Why a row is worth a second look, apart from the file's own label. */
export function reasonsOf(answer: ResultAnswer, gap: number): number {
  let bits = 0;
  if (gap < NEAR) bits |= bitOf('tie');
  else if (gap < UNSURE) bits |= bitOf('unsure');
  if (!hasWords(answer)) return bits;
  const { faithfulness, words, signed } = answer;
  if (faithfulness && faithfulness.comprehensiveness <= faithfulness.random.comprehensiveness)
    bits |= bitOf('unfaithful');
  let [whole, largest] = [0, 0];
  for (const { score } of words) {
    if (score <= 0) continue;
    whole += score;
    largest = Math.max(largest, score);
  }
  if (signed && words.length >= SOME_WORDS && whole > 0 && largest / whole >= ALONE) bits |= bitOf('one-word');
  return bits;
}

const bitOf = (reason: Reason): number => 1 << REASONS.indexOf(reason);
