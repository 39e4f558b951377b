import type { Segmenter } from './word';

/** A rough class of words that can replace each other without breaking the sentence. */
export interface WordClass {
  readonly kind: string;
  /** Signs of the class among other forms of the word; words whose kinds are equal are alike where they share one. */
  readonly forms: string;
  /** Whether another word of the class can take its place: not so function words, numbers, signs. */
  readonly open: boolean;
  /** Adjectives, adverbs and verbs; another noun in a noun's place makes another thing of it, or another person. */
  readonly judges: boolean;
}

/** How the texts of one language are read: one for each folder of a language. */
export interface LanguageText {
  /**
   * Loads the segmenter of a language whose words no spaces part, from the bytes of its `dictionary`. Left out: words stand
   * between spaces and signs.
   */
  readonly loadSegmenter?: (dictionary: Uint8Array) => Segmenter;
  /**
   * Function words that say little about the content of a sentence, as tokens (`tokenOf`): no negations (not, 不),
   * intensifiers (very, 太) or contrasts (but, 但是), because these change the sentiment.
   */
  readonly stopWords: ReadonlySet<string>;
  /** @param has whether a form of the word is in the vocabulary */
  readonly classOf: (token: string, has: (form: string) => boolean) => WordClass;
}

/** Words in a line or several, parted by white space. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

/** The class of words that nothing replaces. */
export const closedClass = (kind: string): WordClass => ({ kind, forms: '', open: false, judges: false });
