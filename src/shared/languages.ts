/** What the code outside `src/text` has to know of a language. */
export interface LanguageFacts {
  /** For the `lang` of an element: BCP 47, with the script where it decides the font. */
  readonly tag: string;
}

const TABLE = {
  zh: { tag: 'zh-Hans' },
  en: { tag: 'en' },
} satisfies Readonly<Record<string, LanguageFacts>>;

/** A language that a text can be explained in. Its name for people: `strings/languages.ts`. */
export type Language = keyof typeof TABLE;

export const LANGUAGES: Readonly<Record<Language, LanguageFacts>> = TABLE;

/** In the order in which lists show them. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

/** Whether something from outside (a setting, a request) is a language. */
export const isLanguage = (code: unknown): code is Language =>
  typeof code === 'string' && Object.hasOwn(LANGUAGES, code);
