/**
 * What a person sees as one unit: a jieba word, an English word, a number, an emoji, a punctuation run.
 * Words never overlap and stand in text order; what lies between two of them is only what was skipped
 * (white space, markup such as `<br />`).
 */
export interface Word {
  /** The word as it stands in the text: always `text.slice(start, end)` of the original. */
  readonly text: string;
  /** UTF-16 offset of the first code unit in the original text. */
  readonly start: number;
  /** UTF-16 offset behind the last code unit. */
  readonly end: number;
}

/** Cuts a text into words. Pure and synchronous; loading what it needs is the business of whoever made it. */
export type Segmenter = (text: string) => Word[];
