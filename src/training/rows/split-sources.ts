import { mixSeed } from '../../shared/random';
import { hashOfText, type HeldTexts } from './held-texts';
import { components, type Split } from './split';
import type { Row } from './row';
import { textKey } from './text-key';

/** The rows of one source, and the shares of them that are held out. */
export interface SharedOut {
  readonly rows: readonly Row[];
  readonly validationShare: number;
  readonly testShare: number;
}

/**
 * Splits each source in three so that over *all* sources no text and no group is on two sides. A group goes to a side where the
 * source of its first row still needs rows. The order of groups depends only on their texts, so adding or removing a source
 * moves few rows of the others. Texts that an earlier split held out come first and stay held out.
 */
export function splitSources(
  sources: readonly SharedOut[],
  groupBy: readonly string[],
  seed: number,
  held: HeldTexts = new Map(),
): Split[] {
  const rows = sources.flatMap((source) => source.rows);
  const sourceOf = sources.flatMap((source, i) => source.rows.map(() => i));
  const sides = rows.map((): keyof Split => 'train');
  const wanted = sources.map(({ rows: own, validationShare, testShare }) => ({
    test: Math.round(own.length * testShare),
    validation: Math.round(own.length * validationShare),
  }));
  const heldBefore = (group: readonly number[]) =>
    held.size === 0 ? undefined : group.map((i) => held.get(hashOfText(rows[i].text))).find((side) => side);
  const placed = components(rows, groupBy).map((group) => ({
    group,
    before: heldBefore(group),
    place: mixSeed(seed, 'split', textKey(rows[group[0]].text)),
  }));
  placed.sort((a, b) => Number(b.before !== undefined) - Number(a.before !== undefined) || a.place - b.place);
  for (const { group, before } of placed) {
    const left = wanted[sourceOf[group[0]]];
    const side = before ?? (left.test > 0 ? 'test' : left.validation > 0 ? 'validation' : 'train');
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
