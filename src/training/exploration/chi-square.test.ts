import { describe, expect, test } from 'vitest';
import { chiSquareTest } from './chi-square';
import { chiSquareCritical, chiSquareTail } from './chi-square-distribution';

describe('the distribution', () => {
  // Values that every table of the χ² distribution prints.
  test.each([
    [0.05, 1, 3.841],
    [0.05, 2, 5.991],
    [0.05, 10, 18.307],
    [0.01, 5, 15.086],
    [0.95, 20, 10.851],
    [0.05, 100, 124.342],
  ])('tail %d at %i degrees of freedom begins at %d', (significance, degrees, critical) => {
    expect(chiSquareCritical(significance, degrees)).toBeCloseTo(critical, 3);
    expect(chiSquareTail(critical, degrees)).toBeCloseTo(significance, 4);
  });

  test('is e^(−x/2) at two degrees of freedom', () => {
    for (const x of [0.01, 0.5, 1, 3, 3.99, 4.01, 8, 40, 200]) {
      expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 10);
    }
    expect(chiSquareTail(0, 3)).toBe(1);
  });
});

describe('the test of independence', () => {
  test('a table worked out by hand', () => {
    const result = chiSquareTest([
      [10, 20],
      [30, 40],
    ]);
    expect(result?.expected).toEqual([
      [12, 18],
      [28, 42],
    ]);
    // 4/12 + 4/18 + 4/28 + 4/42
    expect(result?.statistic).toBeCloseTo(4 / 12 + 4 / 18 + 4 / 28 + 4 / 42, 12);
    expect(result?.degreesOfFreedom).toBe(1);
    expect(result?.p).toBeCloseTo(0.373, 3);
  });

  test('proportional rows are independent; opposite rows are not', () => {
    expect(chiSquareTest([[10, 30], [20, 60]])?.statistic).toBeCloseTo(0, 12); // prettier-ignore
    expect(chiSquareTest([[90, 10], [10, 90]])?.p).toBeLessThan(1e-20); // prettier-ignore
  });

  test('empty rows and columns give no degrees of freedom, and too small a table gives nothing', () => {
    expect(chiSquareTest([[5, 0, 5], [0, 0, 0], [3, 0, 9]])?.degreesOfFreedom).toBe(1); // prettier-ignore
    expect(chiSquareTest([[5, 3]])).toBeUndefined();
    expect(chiSquareTest([[5], [3]])).toBeUndefined();
    expect(chiSquareTest([])).toBeUndefined();
  });
});
