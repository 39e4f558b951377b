import type { Span } from '../../shared/span';

/** A word of a text as it is counted: lower case. */
export interface Token extends Span {
  readonly word: string;
}

const LETTER = /[\p{L}\p{N}]/u;
const LATIN_OR_HAN = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const HAN = /\p{Script=Han}/u;

/** The longest text of a word that is counted; longer ones are links and noise. */
const LONGEST = 40;

/** The tokens of the words of an explanation, without punctuation. */
export function tokensOf(words: readonly { readonly text: string; readonly start: number; readonly end: number }[]) {
  const found: Token[] = [];
  for (const { text, start, end } of words)
    if (text.length <= LONGEST && LETTER.test(text)) found.push({ word: text.toLowerCase(), start, end });
  return found;
}

const chinese = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Tokens of a text whose words are not known: rows without explanations. */
export function tokensIn(text: string): Token[] {
  const found: Token[] = [];
  for (const { 0: part, index } of text.matchAll(LATIN_OR_HAN)) {
    if (!HAN.test(part)) found.push({ word: part.toLowerCase(), start: index, end: index + part.length });
    else
      for (const [word, at] of hanWords(part)) found.push({ word, start: index + at, end: index + at + word.length });
  }
  return found.filter(({ word }) => word.length <= LONGEST);
}

function* hanWords(part: string): Generator<[string, number]> {
  if (chinese) for (const { segment, index } of chinese.segment(part)) yield [segment, index];
  else yield [part, 0];
}

/** Tells the part of speech of a Chinese word as jieba's dictionary has it; undefined: not in it. */
export type PartOfSpeech = (word: string) => string | undefined;
