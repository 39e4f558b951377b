import type { Division } from './divide-rows';
import type { Recipe } from './recipe';

export interface TrainingEffort {
  readonly rows: number;
  /** The mean number of words of a row. */
  readonly words: number;
  readonly division: Division;
  readonly recipe: Recipe;
  readonly cores: number;
  readonly architecture: string;
}

/** The mean number of words of a general text. */
const GENERAL_WORDS = 12;
/**
 * Approximate number of words per second that one core trains on; n-gram models are faster, because they look n-grams
 * up in a table.
 */
const WORDS_PER_SECOND = 7_500;
const NGRAMS_FASTER = 10;
/** The speed that a second core adds, as a share of the first core's. */
const SECOND_CORE = 0.6;
/** Seconds for everything but training: loading, measuring, training the simple model, writing. */
const AROUND = 5;

/** Longer texts are cut to this number of words: see `fine-tune.ts`. */
export const LONGEST_TEXT = 200;

/** The approximate duration of a run. */
export function secondsFor({ rows, words, division, recipe, cores, architecture }: TrainingEffort): number {
  const read = Math.min(LONGEST_TEXT, Math.max(1, words));
  const ofEpoch = (learnt: number): number => learnt * read + recipe.replay * GENERAL_WORDS;
  const folds = division.folds.reduce((sum, fold) => sum + ofEpoch(rows - fold.length), 0);
  const all = recipe.fit.epochs * (folds + ofEpoch(division.train.length));
  const speed =
    WORDS_PER_SECOND * (cores > 1 ? 1 + SECOND_CORE : 1) * (architecture === 'ngram-mlp' ? NGRAMS_FASTER : 1);
  return Math.round(AROUND + rows / 1_000 + all / speed);
}
