import { endOf, runEnd } from './characters';
import { find, type JiebaTable } from './table';

/** The states of a character: begin, end or middle of a word, or a word by itself. */
const BEGIN = 0;
const END = 1;
const MIDDLE = 2;
const SINGLE = 3;

/** jieba's logarithm for impossible events. */
const NEVER = -3.14e100;
const INITIAL: readonly number[] = [-0.26268660809250016, NEVER, NEVER, -1.4652633398537678];
/** For each state: the two states that may precede it, each with the logarithm of the transition's probability. */
const STEPS: readonly (readonly [one: number, toIt: number, other: number, toIt: number])[] = [
  [END, -0.5897149736854513, SINGLE, -0.7211965654669841],
  [BEGIN, -0.51082562376599, MIDDLE, -0.33344856811948514],
  [BEGIN, -0.916290731874155, MIDDLE, -1.2603623820268226],
  [END, -0.8085250474669937, SINGLE, -0.6658631448798212],
];

/** Characters of later versions of Unicode are not in the model, so they stay together. */
const isModelled = (character: number): boolean => character >= 0x4e00 && character <= 0x9fd5;
const isOther = (character: number): boolean => !isModelled(character);
const LATIN = /[a-zA-Z0-9]+(?:.\d+)?%?/gu;

/**
 * Cuts characters that the dictionary does not join: Han with the hidden Markov model, numbers and Latin words by the kind
 * of their characters. Pushes the end of each word.
 */
export function cutUnknown(table: JiebaTable, text: string, start: number, end: number, ends: number[]): void {
  for (let at = start; at < end;) {
    const from = at;
    at = runEnd(text, from, end, isModelled);
    if (at > from) {
      cutHan(table, text, from, at, ends);
      continue;
    }
    at = runEnd(text, from, end, isOther);
    let last = from;
    for (const { index, 0: word } of text.slice(from, at).matchAll(LATIN)) {
      if (from + index > last) ends.push(from + index);
      ends.push((last = from + index + word.length));
    }
    if (last < at) ends.push(at);
  }
}

/** The likeliest states of the characters, one unit each (Viterbi 1967). The states end and single end a word. */
function cutHan(table: JiebaTable, text: string, start: number, end: number, ends: number[]): void {
  const { letters, emissions } = table;
  const before = new Uint8Array(4 * (end - start));
  let scores = INITIAL;
  for (let at = start; at < end; at++) {
    const letter = 4 * find(letters, text.charCodeAt(at), 0, letters.length);
    const last = scores;
    scores = STEPS.map(([one, fromOne, other, fromOther], state) => {
      const emission = letter < 0 ? NEVER : emissions[letter + state];
      if (at === start) return last[state] + emission;
      // Same order of additions as jieba, because rounding may decide; the later state wins a tie.
      const [byOne, byOther] = [last[one] + fromOne + emission, last[other] + fromOther + emission];
      before[4 * (at - start) + state] = byOther >= byOne ? other : one;
      return Math.max(byOne, byOther);
    });
  }
  let state = scores[SINGLE] >= scores[END] ? SINGLE : END;
  const found: number[] = [];
  for (let at = end - 1; at >= start; at--) {
    if (state === END || state === SINGLE) found.push(endOf(text, at));
    state = before[4 * (at - start) + state];
  }
  for (const at of found.reverse()) ends.push(at);
}
