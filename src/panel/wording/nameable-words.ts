import type { ShownWord } from './reading';

const LETTER_OR_EMOJI = /[\p{L}\p{Extended_Pictographic}]/u;

/** Whether a sentence of the page may name this word by itself: a known word, no punctuation mark and no number. */
export const isNameable = ({ text, known }: Pick<ShownWord, 'text' | 'known'>): boolean =>
  known && LETTER_OR_EMOJI.test(text);

/** The word at a place; where that cannot be named, the nearest one before it that can, else the nearest after it. */
export function nearestNameable(words: readonly ShownWord[], at: number): ShownWord {
  const before = words.slice(0, at + 1).findLast(isNameable);
  return before ?? words.slice(at).find(isNameable) ?? words[at];
}

/** The word with the largest value among those that can be named; among all words where none can. */
export function largestNameable(words: readonly ShownWord[], values: readonly number[]): number {
  const candidates = words.filter(isNameable).map(({ index }) => index);
  const among = candidates.length > 0 ? candidates : words.map(({ index }) => index);
  return among.reduce((best, each) => (values[each] > values[best] ? each : best));
}

/** Those of `some` words that can be named. */
export const nameableAmong = (words: readonly ShownWord[], some: readonly number[]): readonly number[] =>
  some.filter((word) => isNameable(words[word]));
