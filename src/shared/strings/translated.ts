/** A sentence in English, with a comment for translators where one of the same words means something else. */
export type TranslatedSentence = string | { readonly message: string; readonly comment: readonly string[] };

/** Sentences by name, in groups where they belong together. */
export interface Sentences {
  readonly [name: string]: TranslatedSentence | Sentences;
}

/** The same with each sentence in the language of the reader. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends TranslatedSentence ? string : Translated<T[K]>;
};

const isSentence = (value: TranslatedSentence | Sentences): value is TranslatedSentence =>
  typeof value === 'string' || 'message' in value;

/** The list in another language: `translate` gives one sentence of it. */
export function translated<T extends object>(
  sentences: T,
  translate: (sentence: TranslatedSentence) => string,
): Translated<T> {
  const entries = Object.entries(sentences as Sentences).map(([name, value]) => [
    name,
    isSentence(value) ? translate(value) : translated(value, translate),
  ]);
  return Object.fromEntries(entries) as Translated<T>;
}
