import type { WordLosses } from './word-losses';

/** What is known of a phrase's words, in text order. */
export interface PhraseToDivide extends WordLosses {
  /** What the phrase is worth. */
  readonly value: number;
  /** How likely people would underline each word. */
  readonly likely: readonly number[];
  /** Whether each word means something by itself: it is in the vocabulary and no punctuation. */
  readonly telling: readonly boolean[];
}

/** The weight of a content word that changes nothing by itself, where 1 is all that the words of the phrase change. */
const FLOOR = 0.05;
/** The power of how likely people would underline a word: it tells the words of a phrase apart less sharply than what they change. */
const SHARPNESS = 0.75;

/**
 * A phrase's value as parts of its words, none of the other sign, which sum to it: by what each word changes in the
 * phrase alone and in the text, and how likely people would underline it. Punctuation, or a word out of vocabulary,
 * that changes nothing gets nothing, as long as the phrase has others.
 */
export function divideValue({ value, alone, inText, likely, telling }: PhraseToDivide): number[] {
  const sign = value < 0 ? -1 : 1;
  const changes = [alone, inText].map((losses) => parts((losses ?? []).map((loss) => Math.max(0, sign * loss))));
  const known = changes.filter((of) => of.some((part) => part > 0));
  const weights = likely.map((p, word) => {
    const change = known.reduce((sum, of) => sum + of[word] / known.length, 0);
    return Math.max(1e-4, p) ** SHARPNESS * (change + (telling[word] ? FLOOR : 0));
  });
  const some = weights.some((weight) => weight > 0) ? weights : likely.map(() => 1);
  return parts(some).map((part) => value * part);
}

/** The values divided by their sum; all 0 if that is 0. */
function parts(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => (sum > 0 ? value / sum : 0));
}
