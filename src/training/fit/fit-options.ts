/** The options of a training run; the model card keeps their values. */
export interface FitOptions {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Training stops after this many epochs without an improvement on the validation rows; 0: never. */
  readonly patience: number;
  /** The learning rate is multiplied by √0.1 after this many epochs without an improvement; 0: never. */
  readonly plateau: number;
  /** What counts as an improvement on the validation rows; `score` is the mean over their sources. */
  readonly monitor: 'accuracy' | 'loss' | 'score';
  /** Whether the learning rate is constant, or falls linearly to 0 over all epochs. */
  readonly schedule: 'constant' | 'linear';
  /** The largest global norm of the gradients; 0: no clipping. */
  readonly clip: number;
  readonly weightDecay: number;
  readonly labelSmoothing: number;
  /** Weight of the loss that draws the attention to the words that people underlined; 0: none. */
  readonly rationaleWeight: number;
  /** Share of the words replaced by the unknown word in training. */
  readonly wordDropout: number;
  /** Share of the texts whose clauses are shuffled, drawn again in each epoch. */
  readonly clauseShuffle: number;
  /** Decay of a moving average of the weights, which is validated and kept instead of the last weights; 0: none. */
  readonly averaging: number;
  /**
   * Share of the weights that training began with in those that are validated and kept (Wortsman et al. 2022, "Robust
   * fine-tuning of zero-shot models"); left out: none.
   */
  readonly towardsStart?: number;
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
  rationaleWeight: 0,
  wordDropout: 0,
  clauseShuffle: 0,
  averaging: 0,
};
