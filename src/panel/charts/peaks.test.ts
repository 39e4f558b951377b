import { expect, it } from 'vitest';
import { peaks } from './peaks';

const at = (index: number) => 20 * index;

it('peaks takes the largest that stand apart', () => {
  const values = [0.1, 0.9, 0.8, 0, 0.3, 0.2, 0.7];
  expect(peaks(values, { most: 5, gap: 44, at, wide: () => 10 })).toEqual([1, 6]);
  expect(peaks(values, { most: 1, gap: 44, at, wide: () => 10 })).toEqual([1]);
  expect(peaks(values, { most: 5, gap: 20, at, wide: () => 8 })).toHaveLength(5);
});

it('peaks leaves room for the name of the point on the left', () => {
  expect(peaks([0.9, 0, 0, 0.8], { most: 5, gap: 44, at, wide: () => 100 })).toEqual([0]);
});

it('peaks are above 0', () => {
  expect(peaks([-0.1, 0, -0.2], { most: 5, gap: 0, at, wide: () => 0 })).toEqual([]);
});
