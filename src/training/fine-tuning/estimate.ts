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

/** Multiplications per millisecond in `machineSpeed`, on the machine where `WORDS_PER_SECOND` was measured. */
const REFERENCE = 250_000;
/** Multiplications of one measurement: long enough for the coarse clock of a web worker. */
const LENGTH = 4_096;
const REPEATS = 128;
const MEASUREMENTS = 6;
/** A machine is taken for at most so many times faster or slower: a clock may stand still or jump. */
const FASTEST = 8;

/**
 * The speed of this machine as a multiple of the one where `WORDS_PER_SECOND` was measured: the best of several short
 * measurements, some 15 ms in all, so that other work under way does not count.
 * @param clock milliseconds
 */
export function machineSpeed(clock: () => number = () => performance.now()): number {
  const numbers = Float32Array.from({ length: LENGTH }, (_, i) => 1 + i / LENGTH);
  let best = Infinity;
  let sum = 0;
  for (let measured = 0; measured < MEASUREMENTS; measured++) {
    const start = clock();
    for (let repeat = 0; repeat < REPEATS; repeat++)
      for (let i = 0; i < LENGTH; i++) sum = Math.fround(sum * 0.5) + Math.fround(numbers[i] * numbers[LENGTH - 1 - i]);
    best = Math.min(best, clock() - start);
  }
  // A sum that nobody looks at would not be computed.
  if (!(sum > 0) || !(best > 0)) return 1;
  const speed = (LENGTH * REPEATS) / best / REFERENCE;
  return Math.min(FASTEST, Math.max(1 / FASTEST, speed));
}

/** The approximate duration of a run. @param machine speed of this machine, of `machineSpeed` */
export function secondsFor(
  { rows, words, division, recipe, cores, architecture }: TrainingEffort,
  machine: number,
): number {
  const read = Math.min(LONGEST_TEXT, Math.max(1, words));
  const ofEpoch = (learnt: number): number => learnt * read + recipe.replay * GENERAL_WORDS;
  const folds = division.folds.reduce((sum, fold) => sum + ofEpoch(rows - fold.length), 0);
  const all = recipe.fit.epochs * (folds + ofEpoch(division.train.length));
  const speed =
    WORDS_PER_SECOND * (cores > 1 ? 1 + SECOND_CORE : 1) * (architecture === 'ngram-mlp' ? NGRAMS_FASTER : 1);
  return Math.round((AROUND + rows / 1_000 + all / speed) / machine);
}
