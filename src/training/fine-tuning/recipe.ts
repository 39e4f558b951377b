import type { FineTuningOptions } from '../../shared/fine-tuning';
import { FIT_DEFAULTS, type FitOptions } from '../fit/fit-options';

/** The settings of fine-tuning for a number of rows. */
export interface Recipe {
  readonly fit: FitOptions;
  /** The number of general texts in one epoch. */
  readonly replay: number;
  /** The number of general texts that these are drawn from. */
  readonly pool: number;
  /**
   * Whether the word vectors are frozen: few rows tell little about a word, and training on them would make the model
   * worse on other texts.
   */
  readonly keepsWords: boolean;
}

/**
 * With fewer rows the word vectors are frozen: with 1,000 rows, training them brought no improvement and took a third
 * longer.
 */
const WORDS_FROM = 1_500;
/**
 * The weights that are kept are this share of the start model's plus the rest of the trained ones. Chosen on rows of
 * other sources and on general validation rows: it halves what was forgotten and costs little of what was learnt.
 */
const TOWARDS_START = 0.5;
/** The largest number of general texts in an epoch. */
const MOST_REPLAYED = 4_000;
/** The share of the start model's prediction in the target of a replayed text; the rest is its label. */
export const SHARE_BEFORE = 0.7;

/**
 * Few rows need many small steps, many rows fewer epochs; the learning rates were chosen on rows of sources that no
 * published table of figures uses.
 *
 * @param the number of training rows
 * @param replays whether general texts can be replayed: not where the classes are others
 */
export function recipeFor(rows: number, replays: boolean, asked: FineTuningOptions = {}): Recipe {
  const epochs = asked.epochs ?? (replays ? (rows < 300 ? 5 : 6) : rows < 2_000 ? 8 : 6);
  const batchSize = asked.batchSize ?? (rows < 400 ? 16 : 32);
  // With few rows, six networks are trained, and doubling the general texts would make that half as long again.
  const perRow = asked.replay ?? (rows < 300 ? 1 : 2);
  const replay = replays && perRow > 0 ? Math.round(Math.min(MOST_REPLAYED, Math.max(200, perRow * rows))) : 0;
  const learningRate = asked.learningRate ?? (replays ? 1e-3 : 4e-3);
  return {
    fit: {
      ...FIT_DEFAULTS,
      ...{ epochs, batchSize, learningRate, seed: asked.seed ?? 1 },
      patience: 0,
      monitor: 'score',
      schedule: 'linear',
      clip: 1,
      weightDecay: 0.01,
      wordDropout: 0.05,
      ...(replays && { towardsStart: TOWARDS_START }),
    },
    replay,
    // No more than the epochs can draw: every text of the pool must be encoded, and its words are trained too.
    pool: Math.min(20_000, Math.max(2_000, replay * 3), replay * epochs),
    keepsWords: replays && rows < WORDS_FROM,
  };
}

/**
 * The batch size from which a second core helps: for smaller batches, sending the data takes as long as computing with
 * it.
 */
const SHARED = 32;

/** The number of cores that a training uses, of those available. */
export const coresUsed = ({ fit }: Recipe, given: number): number => (fit.batchSize >= SHARED ? Math.min(2, given) : 1);
