import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import type { TrainingRow, FineTuningSplit } from '../../shared/fine-tuning';

/** Under this number of rows none are held out; each is measured by a model that has not seen it. */
const FOLDS_UNDER = 300;
const FOLDS = 5;
/** Shares of the rows. */
const HELD_OUT = 0.2;
const VALIDATION = 0.1;

/** Which rows are learnt, chosen by, and measured on; numbers are places in the list of rows that are used. */
export interface Division {
  readonly split: FineTuningSplit;
  /** Learnt by the model that is kept. */
  readonly train: readonly number[];
  /** Decide when to stop; none where there are folds. */
  readonly validation: readonly number[];
  /** Held out; none where there are folds. */
  readonly heldOut: readonly number[];
  /** Of folds: the rows of each. */
  readonly folds: readonly (readonly number[])[];
}

/** Rows of one group stay together, and every part has each class as often as all rows have; the seed decides the rest. */
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

/** Groups in a random order, those of one class one after another. */
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

/** Deals groups out: each goes to the part that lacks most of what it should have by then. */
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
