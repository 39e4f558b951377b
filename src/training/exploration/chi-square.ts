import { chiSquareCritical, chiSquareTail } from './chi-square-distribution';

/** A table of counts, rows by columns. */
export type ContingencyCounts = readonly (readonly number[])[];

export interface ChiSquareTest {
  readonly observed: ContingencyCounts;
  /** The counts that are expected if rows and columns are independent. */
  readonly expected: ContingencyCounts;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly significance: number;
  /** The statistic that chance alone exceeds with probability `significance`. */
  readonly critical: number;
  /** The probability that chance alone gives this statistic or a larger one. */
  readonly p: number;
}

const SIGNIFICANCE = 0.05;

/**
 * Pearson's χ² test of independence of rows and columns: Σ (observed − expected)² / expected. Empty rows and columns do
 * not count for the degrees of freedom.
 *
 * @returns undefined if fewer than two rows or two columns have any count
 */
export function chiSquareTest(observed: ContingencyCounts): ChiSquareTest | undefined {
  const rows = observed.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const columns = (observed[0] ?? []).map((_, column) => observed.reduce((sum, counts) => sum + counts[column], 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  const degreesOfFreedom = (rows.filter(Boolean).length - 1) * (columns.filter(Boolean).length - 1);
  if (total === 0 || degreesOfFreedom < 1) return undefined;
  const expected = rows.map((row) => columns.map((column) => (row * column) / total));
  let statistic = 0;
  expected.forEach((counts, row) =>
    counts.forEach((count, column) => {
      if (count > 0) statistic += (observed[row][column] - count) ** 2 / count;
    }),
  );
  const critical = chiSquareCritical(SIGNIFICANCE, degreesOfFreedom);
  const p = chiSquareTail(statistic, degreesOfFreedom);
  return { observed, expected, statistic, degreesOfFreedom, significance: SIGNIFICANCE, critical, p };
}
