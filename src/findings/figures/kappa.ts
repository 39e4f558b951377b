import type { KappaFigure } from '../../shared/findings/figures';
import type { Review } from '../../shared/findings/review';
import { Z95 } from './statistics';

/**
 * Cohen's κ of two annotators over the rows that both labelled, with the large-sample interval (Fleiss, Cohen & Everitt
 * 1969). Absent if chance alone would agree on all.
 */
export function kappa(a: Iterable<Review>, b: Iterable<Review>): KappaFigure {
  const said = new Map<number, string>();
  for (const { row, label } of a) if (label !== undefined) said.set(row, label);
  const pairs: { row: number; first: string; second: string }[] = [];
  let onlySecond = 0;
  for (const { row, label } of b) {
    if (label === undefined) continue;
    const first = said.get(row);
    if (first === undefined) onlySecond++;
    else pairs.push({ row, first, second: label });
  }
  const labels = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].sort();
  const differ = pairs.filter(({ first, second }) => first !== second).map(({ row }) => row);
  const n = pairs.length;
  const share = (first: string | undefined, second: string | undefined) =>
    pairs.filter((p) => (first === undefined || p.first === first) && (second === undefined || p.second === second))
      .length / n;
  const rowsOf = labels.map((label) => share(label, undefined));
  const columnsOf = labels.map((label) => share(undefined, label));
  const observed = n === 0 ? 0 : 1 - differ.length / n;
  const expected = labels.reduce((sum, _, i) => sum + rowsOf[i] * columnsOf[i], 0);
  const figure = {
    labels,
    both: n,
    agreed: n - differ.length,
    onlyFirst: said.size - n,
    onlySecond,
    differ: differ.sort((x, y) => x - y),
  };
  if (n === 0 || expected >= 1) return figure;
  const value = (observed - expected) / (1 - expected);
  let variance = 0;
  labels.forEach((first, i) =>
    labels.forEach((second, j) => {
      const p = share(first, second);
      variance +=
        i === j
          ? p * (1 - (rowsOf[i] + columnsOf[i]) * (1 - value)) ** 2
          : (1 - value) ** 2 * p * (columnsOf[i] + rowsOf[j]) ** 2;
    }),
  );
  variance = (variance - (value - expected * (1 - value)) ** 2) / (n * (1 - expected) ** 2);
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  return { ...figure, kappa: { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) } };
}
