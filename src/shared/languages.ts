/** What all rooms know about a language. How its texts are read is in `src/text/languages.ts`. */
export interface LanguageFacts {
  /** In English; translated by `l10n/`. */
  readonly name: string;
  /** For the `lang` of an element: BCP 47, with the script where it decides the font. */
  readonly tag: string;
  /** Matches a word of this language; if several languages match, the first in the table counts. */
  readonly script: RegExp;
  /** The file of an installation with the words of a language that puts no spaces between them. */
  readonly dictionary?: string;
  /** The shipped model that reads it unless another is asked for. */
  readonly defaultModel: string;
}

const TABLE = {
  zh: {
    name: 'Chinese',
    tag: 'zh-Hans',
    script: /\p{Script=Han}/u,
    dictionary: 'dist/jieba.table',
    defaultModel: 'zh',
  },
  // `:D` and `5G` are no English words; `#love` and `'tis` are.
  en: { name: 'English', tag: 'en', script: /^['’#＃]?\p{Script=Latin}/u, defaultModel: 'en' },
} satisfies Readonly<Record<string, LanguageFacts>>;

/** A language that a text can be explained in. */
export type Language = keyof typeof TABLE;

export const LANGUAGES: Readonly<Record<Language, LanguageFacts>> = TABLE;

/** In the order in which lists show them; where a text has as many words of two, the first is taken. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

/** The language of a text that has no word of any language. */
export const FALLBACK_LANGUAGE: Language = 'en';

/** Whether something from outside (a setting, a request) is a language. */
export const isLanguage = (code: unknown): code is Language =>
  typeof code === 'string' && Object.hasOwn(LANGUAGES, code);

/** One value for each language. */
export const forLanguages = <T>(value: (language: Language) => T): Readonly<Record<Language, T>> =>
  Object.fromEntries(LANGUAGE_CODES.map((code) => [code, value(code)])) as Record<Language, T>;
