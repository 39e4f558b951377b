import { mixSeed } from '../../shared/random';
import { hashOfText, type HeldTexts } from './held-texts';
import { connectedRows, type Split } from './split';
import type { Row } from './row';
import { textKey } from './text-key';

/** The rows of one source, and the shares of them that are held out. */
export interface SourceToSplit {
  readonly rows: readonly Row[];
  readonly validationShare: number;
  readonly testShare: number;
}

/**
 * Splits each source in three so that over *all* sources no text and no group is on two sides. A group goes to a side
 * where the source of its first row still needs rows. The order of groups depends only on their texts, so adding or
 * removing a source moves few rows of the others.
 *
 * @param held Texts that an earlier split held out keep their side. A row that is grouped with one of them but not on
 * the list (written later, next to it) is on no side: it resembles a held-out row, yet a model may have been trained on
 * it. If a source has texts on the list, no others of it are held out.
 */
export function splitSources(
  sources: readonly SourceToSplit[],
  groupBy: readonly string[],
  seed: number,
  held: HeldTexts = new Map(),
): Split[] {
  const rows = sources.flatMap((source) => source.rows);
  const sourceOf = sources.flatMap((source, i) => source.rows.map(() => i));
  const sides = rows.map((): keyof Split | undefined => 'train');
  const wanted = sources.map(({ rows: own, validationShare, testShare }) => ({
    test: Math.round(own.length * testShare),
    validation: Math.round(own.length * validationShare),
  }));
  const before = rows.map(({ text }) => (held.size === 0 ? undefined : held.get(hashOfText(text))));
  const listed = new Set(sourceOf.filter((_, i) => before[i] !== undefined));
  const placed = connectedRows(rows, groupBy).map((group) => ({
    group,
    place: mixSeed(seed, 'split', textKey(rows[group[0]].text)),
  }));
  placed.sort((a, b) => a.place - b.place);
  for (const { group } of placed) {
    if (group.some((i) => before[i] !== undefined)) {
      for (const i of group) sides[i] = before[i];
      continue;
    }
    const first = sourceOf[group[0]];
    const left = listed.has(first) ? { test: 0, validation: 0 } : wanted[first];
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
