/** Characters of scripts that are written without spaces. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;
/** What stands between spaces or signs. */
const SPACED = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
/** English words that say what one Chinese character says: translations have some 1.7 characters for each word. */
const WORDS_A_CHARACTER = 0.6;

/**
 * How long a text is, in English words, whatever language it is written in: a Chinese sentence of as much content has a
 * quarter of the characters. At least 1.
 */
export function lengthInWords(text: string): number {
  const characters = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').match(SPACED)?.length ?? 0;
  return Math.max(1, words + WORDS_A_CHARACTER * characters);
}
