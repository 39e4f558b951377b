export interface LanguageModelOptions {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Noise words drawn for each batch, from which the network learns to tell the right word. */
  readonly negatives: number;
  readonly clip: number;
}
