import { LANGUAGE_CODES, LANGUAGES, type Language } from '../shared/languages';
import { LANGUAGE_WORDING } from '../shared/strings/languages';
import { referenceOf, stretches } from './scan';
import type { Word } from './word';

/** How many words of a text are of each language that it has words of. Numbers, signs, emoji, links and other scripts count as none. */
export type LanguageMix = Readonly<Partial<Record<Language, number>>>;

/**
 * The language of one word, by its script alone: Han characters make it Chinese, Latin letters English. Kana, Hangul,
 * Cyrillic, … are of neither.
 */
export function languageOfWord(word: string): Language | undefined {
  if (referenceOf(word) !== undefined) return undefined;
  return LANGUAGE_CODES.find((language) => LANGUAGES[language].script.test(word));
}

/**
 * The languages whose scripts occur in a text, in the order of the table. This needs no dictionary, and tells which have to
 * be loaded.
 */
export function languagesIn(text: string): readonly Language[] {
  const found = new Set<Language>();
  for (const { kind, start, end } of stretches(text)) {
    if (kind !== 'word' && kind !== 'han' && kind !== 'whole') continue;
    const language = languageOfWord(text.slice(start, end));
    if (language !== undefined && found.add(language).size === LANGUAGE_CODES.length) break;
  }
  return LANGUAGE_CODES.filter((language) => found.has(language));
}

/** The language that most of a text is in, by scripts alone; undefined if it has no words of any. A Han character counts as a word. */
export function mostlyIn(text: string): Language | undefined {
  const mix: Partial<Record<Language, number>> = {};
  for (const { kind, start, end } of stretches(text)) {
    if (kind !== 'word' && kind !== 'han' && kind !== 'whole') continue;
    const language = languageOfWord(text.slice(start, end));
    if (language !== undefined) mix[language] = (mix[language] ?? 0) + (kind === 'han' ? [...text.slice(start, end)].length : 1); // prettier-ignore
  }
  return majorityLanguage(mix);
}

/** Counts the words of a mixed text by language. Their segmenter must know the words of those that are not spaced. */
export function mixOf(words: readonly Word[]): LanguageMix {
  const mix: Partial<Record<Language, number>> = {};
  for (const { text } of words) {
    const language = languageOfWord(text);
    if (language !== undefined) mix[language] = (mix[language] ?? 0) + 1;
  }
  return mix;
}

/** The language with the most words, of equal ones the first in the table; undefined if none has any. */
export function majorityLanguage(mix: LanguageMix): Language | undefined {
  const counted = (language: Language): number => mix[language] ?? 0;
  const [most] = [...LANGUAGE_CODES].sort((a, b) => counted(b) - counted(a));
  return counted(most) === 0 ? undefined : most;
}

/** For the reader, of some languages: `12 Chinese and 5 English words`. */
export function describeMix(mix: LanguageMix, languages: readonly Language[]): string {
  const parts = languages.map((language) => `${mix[language] ?? 0} ${LANGUAGE_WORDING[language]}`);
  const last = languages.at(-1);
  return `${LIST.format(parts)} ${last !== undefined && mix[last] === 1 ? 'word' : 'words'}`;
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });
