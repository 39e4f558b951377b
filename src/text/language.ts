import type { Language } from '../shared/languages';
import { referenceOf, stretches } from './scan';
import type { Word } from './word';

/** How many words of a text are of which language; numbers, signs, emoji, links and other scripts are neither's. */
export type LanguageMix = Readonly<Record<Language, number>>;

const HAN = /\p{Script=Han}/u;
// `:D` and `5G` are no English words; `#love` and `'tis` are.
const LATIN_WORD = /^['’#＃]?\p{Script=Latin}/u;

/**
 * The language of one word, by its script alone: Han characters make it Chinese, Latin letters English. Kana, Hangul,
 * Cyrillic, … are of neither.
 */
export function languageOfWord(word: string): Language | undefined {
  if (referenceOf(word) !== undefined) return undefined;
  if (HAN.test(word)) return 'zh';
  return LATIN_WORD.test(word) ? 'en' : undefined;
}

/** The languages whose script a text contains, found without a dictionary: enough to know whether jieba is needed. */
export function detectLanguage(text: string): Language | 'mixed' | 'none' {
  let found: Language | 'none' = 'none';
  for (const { kind, start, end } of stretches(text)) {
    if (kind !== 'word' && kind !== 'han' && kind !== 'whole') continue;
    const language = languageOfWord(text.slice(start, end));
    if (language === undefined || language === found) continue;
    if (found !== 'none') return 'mixed';
    found = language;
  }
  return found;
}

/** Counts the words of a mixed text, which must come from the Chinese segmenter: it knows what a Chinese word is. */
export function mixOf(words: readonly Word[]): LanguageMix {
  const mix = { zh: 0, en: 0 };
  for (const { text } of words) {
    const language = languageOfWord(text);
    if (language !== undefined) mix[language]++;
  }
  return mix;
}

/** The language with more words, Chinese when they are equal; undefined for a text with words of neither. */
export function majorityLanguage(mix: LanguageMix): Language | undefined {
  if (mix.zh + mix.en === 0) return undefined;
  return mix.zh >= mix.en ? 'zh' : 'en';
}

/** For the reader: `12 Chinese and 5 English words`. */
export function describeMix({ zh, en }: LanguageMix): string {
  return `${zh} Chinese and ${en} English ${en === 1 ? 'word' : 'words'}`;
}
