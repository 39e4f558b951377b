import { expect, test } from 'vitest';
import { unitFor } from './periods';

test.each([
  // With rows enough, the finest unit with at most 60 points.
  [365, 20_000, 'week'],
  [50, 20_000, 'day'],
  [540, 20_000, 'month'],
  [4_000, 20_000, 'quarter'],
  [30_000, 20_000, 'year'],
  // A week with six rows shows chance: months.
  [365, 300, 'month'],
  [720, 1_500, 'month'],
  // The coarsest that still has points enough, however few the rows are.
  [365, 30, 'month'],
  [1_500, 60, 'quarter'],
  // Too short for any: the finest.
  [5, 300, 'day'],
  [8, 20_000, 'day'],
] as const)('%i days with %i rows: a point a %s', (days, rows, unit) => {
  expect(unitFor(19_000, 19_000 + days - 1, rows)).toBe(unit);
});
