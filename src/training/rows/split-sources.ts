import { mixSeed } from '../../model/random';
import { components, type Split } from './split';
import type { Row } from './row';
import { textKey } from './text-key';

/** Rows of one source, and how many of them do not train. */
export interface SharedOut {
  readonly rows: readonly Row[];
  readonly validationShare: number;
  readonly testShare: number;
}

/**
 * Cuts each source in three so that over *all* sources no text and no group stands on two sides. A group goes where its
 * first row's source still wants rows; its place in the queue is its text's own, so that a source more or less moves
 * few rows of the others.
 */
export function splitSources(sources: readonly SharedOut[], groupBy: readonly string[], seed: number): Split[] {
  const rows = sources.flatMap((source) => source.rows);
  const sourceOf = sources.flatMap((source, i) => source.rows.map(() => i));
  const sides = rows.map((): keyof Split => 'train');
  const wanted = sources.map(({ rows: own, validationShare, testShare }) => ({
    test: Math.round(own.length * testShare),
    validation: Math.round(own.length * validationShare),
  }));
  const placed = components(rows, groupBy).map((group) => ({
    group,
    place: mixSeed(seed, 'split', textKey(rows[group[0]].text)),
  }));
  for (const { group } of placed.sort((a, b) => a.place - b.place)) {
    const left = wanted[sourceOf[group[0]]];
    const side = left.test > 0 ? 'test' : left.validation > 0 ? 'validation' : 'train';
    if (side === 'train') continue;
    for (const i of group) {
      sides[i] = side;
      wanted[sourceOf[i]][side]--;
    }
  }
  const on = (source: number, side: keyof Split): Row[] =>
    rows.filter((_, i) => sourceOf[i] === source && sides[i] === side);
  return sources.map((_, i) => ({ train: on(i, 'train'), validation: on(i, 'validation'), test: on(i, 'test') }));
}
