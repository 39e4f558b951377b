/** What training may choose; the values are kept in the card. */
export interface FitOptions {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Epochs without a better validation row count after which training stops; 0: never. */
  readonly patience: number;
  /** Epochs without a better one after which the learning rate falls by √0.1; 0: never. */
  readonly plateau: number;
  /** What "better" means on the validation rows; `score` is the mean over their sources, where there are several. */
  readonly monitor: 'accuracy' | 'loss' | 'score';
  /** Over all epochs the learning rate stays, or falls to nothing in a straight line. */
  readonly schedule: 'constant' | 'linear';
  /** Largest joint length of all gradients; 0: not clipped. */
  readonly clip: number;
  readonly weightDecay: number;
  readonly labelSmoothing: number;
  /** Share of the words replaced by the unknown word in training. */
  readonly wordDropout: number;
  /** Share of the texts whose clauses are put in another order, anew at each sight. */
  readonly clauseShuffle: number;
  /** Decay of the moving average of the weights that is validated and kept instead of the last ones; 0: none. */
  readonly averaging: number;
}

export const FIT_DEFAULTS: FitOptions = {
  epochs: 10,
  batchSize: 64,
  learningRate: 1e-3,
  seed: 1,
  patience: 3,
  plateau: 0,
  monitor: 'accuracy',
  schedule: 'constant',
  clip: 0,
  weightDecay: 0,
  labelSmoothing: 0,
  wordDropout: 0,
  clauseShuffle: 0,
  averaging: 0,
};
