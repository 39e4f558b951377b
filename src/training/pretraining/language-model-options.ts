export interface LanguageModelOptions {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Words drawn a batch that the right one is told from. */
  readonly negatives: number;
  readonly clip: number;
}
