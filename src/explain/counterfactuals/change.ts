import type { TextEdit } from '../../shared/studies';
import type { Word } from '../../text/word';

/** One change of a text that a person might make. */
export interface Change {
  /** Positions of the words it changes, in text order. */
  readonly words: readonly number[];
  readonly edit: TextEdit;
  readonly from: string;
  /** The new words; empty: the old ones are deleted. */
  readonly to: string;
  /**
   * How unnatural the change is: 0 for a plain antonym or a removed negator; the higher, the less readily a person
   * would write it.
   */
  readonly cost: number;
  /** Whether it adds or removes a negator instead of replacing a word. */
  readonly negator: boolean;
}

/** The cost of a change that is never offered: it only marks a word as one that expresses an opinion. */
export const NEVER_OFFERED = Infinity;

/** Puts `to` in place of the words first–last. */
export function replaced(
  text: string,
  words: readonly Word[],
  [first, last]: readonly [number, number],
  to: string,
  cost: number,
  negator = false,
): Change {
  const { start } = words[first];
  const { end } = words[last];
  const positions = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { words: positions, edit: { start, end, newText: to }, from: text.slice(start, end), to, cost, negator };
}

/**
 * Words that may replace one another, by word: `a b | c d` gives `c d` for `a` and `b`, and `a b` for `c` and `d`; `a b
 * > c d` only the former. A word with nothing to the right of it has no opposite and can only be negated.
 */
export function opposites(sets: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (words: readonly string[], others: readonly string[]): void => {
    for (const word of words) {
      const known = found.get(word) ?? [];
      found.set(word, [...known, ...others.filter((other) => !known.includes(other))]);
    }
  };
  const halves = sets.map((set) => ({
    both: set.includes('|'),
    sides: set.split(/[|>]/u).map((half) => half.split(/\s+/u).filter(Boolean)),
  }));
  for (const { sides } of halves) add(sides[0], sides[1]);
  for (const { sides, both } of halves) if (both) add(sides[1], sides[0]);
  return found;
}
