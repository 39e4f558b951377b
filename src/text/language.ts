import type { Language } from '../shared/languages';
import { referenceOf, stretches } from './scan';
import type { Word } from './word';

/** How many words of a text are Chinese and how many English. Numbers, signs, emoji, links and other scripts count as neither. */
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

/** The languages whose scripts occur in a text. This needs no dictionary, and tells whether jieba has to be loaded. */
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

/** Counts the words of a mixed text by language. They must come from the Chinese segmenter, which knows Chinese words. */
export function mixOf(words: readonly Word[]): LanguageMix {
  const mix = { zh: 0, en: 0 };
  for (const { text } of words) {
    const language = languageOfWord(text);
    if (language !== undefined) mix[language]++;
  }
  return mix;
}

/** The language with more words; Chinese where both have the same number, undefined where neither has any. */
export function majorityLanguage(mix: LanguageMix): Language | undefined {
  if (mix.zh + mix.en === 0) return undefined;
  return mix.zh >= mix.en ? 'zh' : 'en';
}

/** For the reader: `12 Chinese and 5 English words`. */
export function describeMix({ zh, en }: LanguageMix): string {
  return `${zh} Chinese and ${en} English ${en === 1 ? 'word' : 'words'}`;
}
