import type { ComparisonFigure, Estimate } from '../../shared/findings/figures';
import type { StoreRows } from '../data';
import { fingerprint } from '../store/fingerprint';
import type { RowStore } from '../store/row-store';
import { sentimentsOfRows, toneIndex } from './sentiments';
import { differenceOf, Z95 } from './statistics';

/** Rows of two sets that have the same text, as pairs of indices. */
type Pairs = readonly (readonly [before: number, after: number])[];

/** Two periods, files, models or runs: what moved from the first to the second. */
export function compare(before: StoreRows, after: StoreRows, pairs: Pairs = pairsOf(before, after)): ComparisonFigure {
  const [was, is] = [sentimentsOfRows(before.store, before.rows), sentimentsOfRows(after.store, after.rows)];
  return {
    before: was,
    after: is,
    positive: differenceOf(was.positive, is.positive),
    negative: differenceOf(was.negative, is.negative),
    ...(pairs.length > 0 && { moved: movedIn(before.store, after.store, pairs) }),
  };
}

/**
 * Rows of the same texts: those of another model or run over the same file, also where rows were added or moved since. Of copies
 * that moved none is a pair, unless both have as many.
 */
export function pairsOf(before: StoreRows, after: StoreRows): Pairs {
  if (before.store === after.store) return [];
  const pairs = pairsByNumber(before, after);
  const [left, right] = [before.rows.length - pairs.length, after.rows.length - pairs.length];
  if (left === 0 || right === 0) return pairs;
  const [ofBefore, ofAfter] = [new Set(pairs.map(([row]) => row)), new Set(pairs.map(([, row]) => row))];
  const theirs = rowsByText(before, ofBefore);
  const moved = [...rowsByText(after, ofAfter)].flatMap(([text, rows]) => {
    const others = theirs.get(text);
    return others?.length === rows.length ? rows.map((row, at) => [others[at], row] as const) : [];
  });
  return [...pairs, ...moved].sort(([, a], [, b]) => a - b);
}

/** Those that are not paired yet, by fingerprint. */
function rowsByText({ store, rows }: StoreRows, paired: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const row of rows) {
    if (paired.has(row) || store.isDamaged(row)) continue;
    const text = fingerprint(store.text(row));
    const known = found.get(text);
    if (known) known.push(row);
    else found.set(text, [row]);
  }
  return found;
}

function pairsByNumber(before: StoreRows, after: StoreRows): Pairs {
  const places = new Map<number, number>();
  for (const row of before.rows) places.set(before.store.numbers.values[row], row);
  const pairs: (readonly [number, number])[] = [];
  for (const row of after.rows) {
    const other = places.get(after.store.numbers.values[row]);
    if (other !== undefined && before.store.text(other) === after.store.text(row)) pairs.push([other, row]);
  }
  return pairs;
}

function movedIn(before: RowStore, after: RowStore, pairs: Pairs): NonNullable<ComparisonFigure['moved']> {
  const labels = [...new Set([...before.orderedLabels(), ...after.orderedLabels()])];
  const matrix = labels.map(() => labels.map(() => 0));
  const changed: number[] = [];
  const moves = new Map<number, number[]>();
  const [tone, toneAfter] = [toneIndex(before), toneIndex(after)];
  let [both, gained, lost] = [0, 0, 0];
  for (const [a, b] of pairs) {
    if (before.isDamaged(a) || after.isDamaged(b)) continue;
    both++;
    const [was, is] = [before.labels[before.predictions.values[a]], after.labels[after.predictions.values[b]]];
    matrix[labels.indexOf(was)][labels.indexOf(is)]++;
    if (was !== is) {
      changed.push(b);
      const key = labels.indexOf(was) * labels.length + labels.indexOf(is);
      const known = moves.get(key);
      if (known) known.push(b);
      else moves.set(key, [b]);
    }
    const [wasPositive, isPositive] = [tone(a) === 2, toneAfter(b) === 2];
    if (isPositive && !wasPositive) gained++;
    if (wasPositive && !isPositive) lost++;
  }
  const sorted = [...moves]
    .map(([key, rows]) => ({ from: labels[Math.floor(key / labels.length)], to: labels[key % labels.length], rows }))
    .sort((a, b) => b.rows.length - a.rows.length);
  return { both, labels, matrix, changed, moves: sorted, paired: pairedDifference(gained, lost, both) };
}

/** The difference of two shares of the same rows, by the interval of McNemar's table (Wald, with continuity by Agresti & Min 2005). */
function pairedDifference(gained: number, lost: number, rows: number): Estimate {
  const n = rows + 2;
  const [a, b] = [gained + 0.5, lost + 0.5];
  const half = (Z95 * Math.sqrt(a + b - (a - b) ** 2 / n)) / n;
  const centre = (a - b) / n;
  return { value: rows === 0 ? 0 : (gained - lost) / rows, low: centre - half, high: centre + half };
}
