import type { ShownWord } from './reading';

/** A letter or an emoji: sentences of the page never name punctuation or numbers alone. */
const SAYS_SOMETHING = /[\p{L}\p{Extended_Pictographic}]/u;

export const hasMeaning = ({ text, known }: Pick<ShownWord, 'text' | 'known'>): boolean =>
  known && SAYS_SOMETHING.test(text);

/** The word at a place, or where that is a sign, the nearest one before it (else after it) that says something. */
export function wordToName(words: readonly ShownWord[], at: number): ShownWord {
  const before = words.slice(0, at + 1).findLast(hasMeaning);
  return before ?? words.slice(at).find(hasMeaning) ?? words[at];
}

/** The word with the largest value among those that say something; among all where none does. */
export function largestSaid(words: readonly ShownWord[], values: readonly number[]): number {
  const candidates = words.filter(hasMeaning).map(({ index }) => index);
  const among = candidates.length > 0 ? candidates : words.map(({ index }) => index);
  return among.reduce((best, each) => (values[each] > values[best] ? each : best));
}

/** The words among `some` that carry meaning. */
export const wordsWithMeaning = (words: readonly ShownWord[], some: readonly number[]): readonly number[] =>
  some.filter((word) => hasMeaning(words[word]));
