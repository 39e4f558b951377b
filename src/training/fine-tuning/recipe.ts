import type { FineTuningOptions } from '../../shared/fine-tuning';
import { FIT_DEFAULTS, type FitOptions } from '../fit/fit-options';

/** How a model is fine-tuned on so many rows. */
export interface Recipe {
  readonly fit: FitOptions;
  /** General texts of one epoch. */
  readonly replay: number;
  /** General texts that these are drawn from. */
  readonly pool: number;
  /** The vectors of words stay as they are: few rows say little about a word, and what they say of it is forgotten elsewhere. */
  readonly keepsWords: boolean;
}

/** Fewer rows leave the vectors of words as they are: with 1,000, learning them brought nothing and took a third longer. */
const WORDS_FROM = 1_500;
/**
 * Of the weights that are kept, so much is the start's: chosen on rows of other sources and on general validation rows, where
 * it takes away half of what was forgotten, and little of what was learnt.
 */
const TOWARDS_START = 0.5;
/** General texts of an epoch. */
const MOST_REPLAYED = 4_000;
/** Of what a replayed text is taught, so much is what the start says of it, the rest its label. */
export const SHARE_BEFORE = 0.7;

/**
 * Few rows need many small steps, many rows fewer passes; the rates were chosen on rows of the sources that no table of
 * figures reports.
 *
 * @param rows that are learnt
 * @param replays whether general texts can be replayed: not where the classes are others
 */
export function recipeFor(rows: number, replays: boolean, asked: FineTuningOptions = {}): Recipe {
  const epochs = asked.epochs ?? (replays ? (rows < 300 ? 5 : 6) : rows < 2_000 ? 8 : 6);
  const batchSize = asked.batchSize ?? (rows < 400 ? 16 : 32);
  // Where rows are few, six networks learn them, and twice as many general texts would take half as long again.
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
    // No more than are ever drawn: each costs a reading, and its words are learnt with.
    pool: Math.min(20_000, Math.max(2_000, replay * 3), replay * epochs),
    keepsWords: replays && rows < WORDS_FROM,
  };
}

/** Rows of a batch from which two cores are quicker: for fewer, handing them over takes as long as learning them. */
const SHARED = 32;

/** Cores that a training uses of those that it is given. */
export const coresUsed = ({ fit }: Recipe, given: number): number => (fit.batchSize >= SHARED ? Math.min(2, given) : 1);
