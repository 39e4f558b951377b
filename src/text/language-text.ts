import type { Segmenter } from './word';

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
}

/** Words in a line or several, parted by white space. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));
