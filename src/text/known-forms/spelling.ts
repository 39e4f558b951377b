import type { Ranks } from './frequencies';

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const VOWELS = 'aeiou';
/** The rows of keys on most keyboards. */
const KEYS: ReadonlyMap<string, string> = keyNeighbours(['qwertyuiop', 'asdfghjkl', 'zxcvbnm']);
const ENGLISH = /^[a-z]{5,24}$/u;
/** The second candidate must be this many times as rare as the first (by rank, which is about 1 / frequency). */
const CLEARLY = 3;
/** A correction must be in the more common half of the vocabulary, or among this many words. */
const COMMON = 1000;

/** `cafés` → `cafes`. */
export function* accentless(token: string): Generator<string> {
  const plain = token.normalize('NFD').replace(/\p{M}+/gu, '');
  if (plain !== token) yield plain;
}

/** `dont` ↔ `don't`, `movie's` → `movie`, `lovin'` → `loving`. */
export function* apostropheForms(token: string): Generator<string> {
  if (token.includes("'")) {
    yield token.replaceAll("'", '');
    if (/.in'$/u.test(token)) yield `${token.slice(0, -1)}g`;
    if (/.'s$/u.test(token)) yield token.slice(0, -2);
    const trimmed = token.replace(/^'+|'+$/gu, '');
    if (trimmed !== token) yield trimmed;
    return;
  }
  if (/^[a-z]+(?:nt|s|m|ve|re|ll|d)$/u.test(token)) {
    yield token.replace(/(?:(?<=n)t|s|m|ve|re|ll|d)$/u, "'$&");
  }
}

/** `recipes` → `recipe`, `earbud` → `earbuds`: the singular or the plural. */
export function* numberForms(token: string): Generator<string> {
  if (!/^\p{Script=Latin}{4,}$/u.test(token)) return;
  if (/[^s]s$/u.test(token)) yield token.slice(0, -1);
  else if (/[^sy]$/u.test(token)) yield `${token}s`;
}

/**
 * The only word of the vocabulary from which an English word of five letters or more differs by one typing error. The first
 * letter is taken to be right unless it was swapped. Only likely errors count; otherwise `snoring` would become `scoring`.
 * Undefined if no candidate is common, or if several are.
 */
export function corrected(token: string, ranks: Ranks): string | undefined {
  if (!ENGLISH.test(token)) return undefined;
  let best: string | undefined;
  let first = Infinity;
  let second = Infinity;
  for (const form of slips(token)) {
    if (form === best) continue;
    const rank = ranks.rankOf(form);
    if (rank === undefined || rank >= second) continue;
    if (rank < first) {
      second = first;
      first = rank;
      best = form;
    } else second = rank;
  }
  const common = first < Math.max(ranks.count / 2, COMMON) && second + 1 >= CLEARLY * (first + 1);
  return common ? best : undefined;
}

/**
 * The words that may have been meant: two letters swapped back; a missing letter added; an extra letter removed (a doubled one or
 * a neighbouring key; any letter in a long word); a letter replaced (a neighbouring key; another vowel in a long word).
 */
function* slips(token: string): Generator<string> {
  const { length } = token;
  for (let i = 0; i < length; i++) {
    const head = token.slice(0, i);
    const tail = token.slice(i + 1);
    const letter = token[i];
    if (i + 1 < length && letter !== token[i + 1]) yield head + token[i + 1] + letter + token.slice(i + 2);
    if (i === 0) continue;
    const doubled = letter === token[i - 1];
    const touched = near(letter, token[i - 1]) || near(letter, token[i + 1]);
    if (doubled || (length > 5 && touched) || length > 8) yield head + tail;
    if (!doubled) yield head + letter + token.slice(i);
    if (length > 5) for (const other of otherLetters(letter, length)) yield head + other + tail;
    if (length > 5) for (const missing of LETTERS) yield head + missing + token.slice(i);
  }
  if (length > 5) for (const letter of LETTERS) yield token + letter;
}

function otherLetters(letter: string, length: number): string {
  const vowels = length > 7 && VOWELS.includes(letter) ? VOWELS : '';
  return (KEYS.get(letter) ?? '') + vowels.replace(letter, '');
}

const near = (a: string, b: string | undefined): boolean => b !== undefined && (KEYS.get(a) ?? '').includes(b);

/** Each row of keys is half a key to the right of the one above. */
function keyNeighbours(rows: readonly string[]): Map<string, string> {
  const at = (row: number, key: number): string => rows[row]?.[key] ?? '';
  const neighbours = rows.flatMap((keys, row) =>
    Array.from(keys, (letter, key): [string, string] => [
      letter,
      [
        at(row, key - 1),
        at(row, key + 1),
        at(row - 1, key),
        at(row - 1, key + 1),
        at(row + 1, key - 1),
        at(row + 1, key),
      ].join(''),
    ]),
  );
  return new Map(neighbours);
}
