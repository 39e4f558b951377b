import type { Division } from './divide-rows';
import type { Recipe } from './recipe';

export interface Work {
  readonly rows: number;
  /** Of a row, in the mean. */
  readonly words: number;
  readonly division: Division;
  readonly recipe: Recipe;
  readonly cores: number;
  readonly architecture: string;
}

/** Words of a general text, in the mean. */
const GENERAL_WORDS = 12;
/** Words per second that are learnt on one core, about; n-grams are looked up. */
const WORDS_PER_SECOND = 7_500;
const NGRAMS_FASTER = 10;
/** What a second core adds. */
const SECOND_CORE = 0.6;
/** Loading, measuring, the simple model beside it, writing. */
const AROUND = 5;

/** Words of a longer text are cut: see `fine-tune.ts`. */
export const LONGEST_TEXT = 200;

/** About how long a run takes. */
export function secondsFor({ rows, words, division, recipe, cores, architecture }: Work): number {
  const read = Math.min(LONGEST_TEXT, Math.max(1, words));
  const ofEpoch = (learnt: number): number => learnt * read + recipe.replay * GENERAL_WORDS;
  const folds = division.folds.reduce((sum, fold) => sum + ofEpoch(rows - fold.length), 0);
  const all = recipe.fit.epochs * (folds + ofEpoch(division.train.length));
  const speed =
    WORDS_PER_SECOND * (cores > 1 ? 1 + SECOND_CORE : 1) * (architecture === 'ngram-mlp' ? NGRAMS_FASTER : 1);
  return Math.round(AROUND + rows / 1_000 + all / speed);
}
