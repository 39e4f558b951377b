import type { UnderlinedSpan } from '../../../shared/findings/review';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const HAN = /\p{Script=Han}/u;

/** The units that can be underlined by keyboard: words, or characters in scripts without spaces. */
export function reasonWords(text: string): UnderlinedSpan[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (!HAN.test(word)) return [{ start: index, end: index + word.length }];
    let at = index;
    return [...word].map((character) => ({ start: at, end: (at += character.length) }));
  });
}
