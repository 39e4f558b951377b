import { LANGUAGE_CODES, LANGUAGES, type Language } from '../shared/languages';
import { ENGLISH } from './en/english';
import type { LanguageText } from './language-text';
import { segmentSpaced } from './spaced';
import type { Segmenter } from './word';
import { CHINESE } from './zh/chinese';

/** How the texts of each language are read. */
export const LANGUAGE_TEXTS: Readonly<Record<Language, LanguageText>> = { zh: CHINESE, en: ENGLISH };

/** Reads a file of the installation, by its path there. */
export type ReadDictionary = (path: string) => Promise<Uint8Array>;

/** The segmenter of a language; reads its dictionary where it has one. */
export async function segmenterFor(language: Language, read: ReadDictionary): Promise<Segmenter> {
  const { dictionary } = LANGUAGES[language];
  const { loadSegmenter } = LANGUAGE_TEXTS[language];
  return dictionary !== undefined && loadSegmenter ? loadSegmenter(await read(dictionary)) : segmentSpaced;
}

/** Whether a token is a stop word of any language. */
export const isStopWord = (token: string): boolean =>
  LANGUAGE_CODES.some((language) => LANGUAGE_TEXTS[language].stopWords.has(token));

/** The stop words of a language, as tokens. */
export const stopWords = (language: Language): ReadonlySet<string> => LANGUAGE_TEXTS[language].stopWords;
