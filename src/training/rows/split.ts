import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import type { Row } from './row';
import { textKey } from './text-key';

export interface Split {
  readonly train: readonly Row[];
  readonly validation: readonly Row[];
  readonly test: readonly Row[];
}

export interface SplitOptions {
  readonly validationShare: number;
  readonly testShare: number;
  readonly seed: number;
  /** Rows with the same value in one of these fields stay together (a review and its edited twin). */
  readonly groupBy: readonly string[];
}

/** Rows that must stay on one side: connected by their text or a group field, directly or through other rows. */
export function connectedRows(rows: readonly Row[], groupBy: readonly string[]): number[][] {
  const parent = rows.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  const firstWith = new Map<string, number>();
  const join = (key: string, i: number): void => {
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, i);
    else parent[root(i)] = root(first);
  };
  rows.forEach((row, i) => {
    join(`text ${textKey(row.text)}`, i);
    for (const field of groupBy) {
      if (row.fields[field] !== undefined) join(`${field} ${String(row.fields[field])}`, i);
    }
  });
  const members = new Map<number, number[]>();
  rows.forEach((_, i) => {
    const of = members.get(root(i));
    if (of) of.push(i);
    else members.set(root(i), [i]);
  });
  return [...members.values()];
}

/** Splits rows in three with no text and no group on two sides; deterministic in the order of the rows and the seed. */
export function splitRows(rows: readonly Row[], options: SplitOptions): Split {
  const groups = shuffle(connectedRows(rows, options.groupBy), seededRandom(mixSeed(options.seed, 'split')));
  const validation = new Set<number>();
  const test = new Set<number>();
  const wantedTest = Math.round(rows.length * options.testShare);
  const wantedValidation = Math.round(rows.length * options.validationShare);
  for (const group of groups) {
    const side = test.size < wantedTest ? test : validation.size < wantedValidation ? validation : undefined;
    if (!side) break;
    for (const i of group) side.add(i);
  }
  return {
    train: rows.filter((_, i) => !test.has(i) && !validation.has(i)),
    validation: rows.filter((_, i) => validation.has(i)),
    test: rows.filter((_, i) => test.has(i)),
  };
}

/** The rows without those that have one of the given texts. */
export function withoutTexts<R extends Pick<Row, 'text'>>(rows: readonly R[], texts: Iterable<string>): R[] {
  const keys = new Set<string>();
  for (const text of texts) keys.add(textKey(text));
  return rows.filter((row) => !keys.has(textKey(row.text)));
}
