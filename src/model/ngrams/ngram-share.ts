/** What one occurrence of an n-gram adds to a label's logit. */
export interface NgramShare {
  /** Index of its first word, and how many words it has. */
  readonly at: number;
  readonly length: number;
  readonly share: number;
}
