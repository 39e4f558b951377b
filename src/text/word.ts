/**
 * What a person sees as one unit: a jieba word, an English word, a number, an emoji, a punctuation run.
 * Words never overlap and are in text order; between two of them there is only what was skipped (white space, markup such
 * as `<br />`).
 */
export interface Word {
  /** The word as written: always `text.slice(start, end)` of the original text. */
  readonly text: string;
  /** UTF-16 offset of the first code unit in the original text. */
  readonly start: number;
  /** UTF-16 offset after the last code unit. */
  readonly end: number;
}

/** Cuts a text into words. Pure and synchronous: what a segmenter needs is loaded before it is made. */
export type Segmenter = (text: string) => Word[];
