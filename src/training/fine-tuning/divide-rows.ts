import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import type { TrainingRow, FineTuningSplit } from '../../shared/fine-tuning';

/** With fewer rows none are held out; cross-validation measures each row with a model that has not seen it. */
const FOLDS_UNDER = 300;
const FOLDS = 5;
/** The shares of the rows that are held out and that validate. */
const HELD_OUT = 0.2;
const VALIDATION = 0.1;

/** Which rows train, validate and measure the model; the numbers are indices into the list of used rows. */
export interface Division {
  readonly split: FineTuningSplit;
  /** Train the model that is kept. */
  readonly train: readonly number[];
  /** Decide when to stop; none where there are folds. */
  readonly validation: readonly number[];
  /** Held out; none where there are folds. */
  readonly heldOut: readonly number[];
  /** With cross-validation: the rows of each fold; otherwise empty. */
  readonly folds: readonly (readonly number[])[];
}

/**
 * Divides the rows. Rows of one group stay together, and each part has nearly the same share of each class; the seed
 * decides the rest.
 */
export function divideRows(rows: readonly TrainingRow[], seed: number): Division {
  const groups = groupsByClass(rows, seed);
  const all = rows.map((_, i) => i);
  if (rows.length < FOLDS_UNDER) {
    const folds = parted(groups, new Array<number>(FOLDS).fill(1));
    const split = { kind: 'folds', folds: FOLDS, rows: rows.length } as const;
    return { split, train: all, validation: [], heldOut: [], folds };
  }
  const [heldOut, validation, train] = parted(groups, [HELD_OUT, VALIDATION, 1 - HELD_OUT - VALIDATION]);
  const sizes = { train: train.length, validation: validation.length, heldOut: heldOut.length };
  return { split: { kind: 'held-out', ...sizes }, train, validation, heldOut, folds: [] };
}

/** The groups of rows, sorted by class and in random order within a class. */
function groupsByClass(rows: readonly TrainingRow[], seed: number): number[][] {
  const groups = new Map<string, number[]>();
  rows.forEach(({ group }, i) => {
    const key = group === undefined ? `row ${i}` : `group ${group}`;
    const of = groups.get(key);
    if (of) of.push(i);
    else groups.set(key, [i]);
  });
  const mixed = shuffle([...groups.values()], seededRandom(mixSeed(seed, 'divide')));
  const classes = [...new Set(rows.map(({ label }) => label))].sort();
  return classes.flatMap((label) => mixed.filter(([first]) => rows[first].label === label));
}

/**
 * Distributes groups over parts with the given shares: each group goes to the part that is furthest below its share.
 */
function parted(groups: readonly (readonly number[])[], shares: readonly number[]): number[][] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const parts = shares.map((): number[] => []);
  let dealt = 0;
  for (const group of groups) {
    dealt += group.length;
    const lacks = parts.map((part, i) => (dealt * shares[i]) / whole - part.length);
    parts[lacks.indexOf(Math.max(...lacks))].push(...group);
  }
  return parts.map((part) => part.sort((a, b) => a - b));
}
