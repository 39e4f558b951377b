import { expect, test } from 'vitest';
import type { AccuracyFigure } from '../../shared/findings/figures';
import { weakestClass } from './weakest-class';

/** An accuracy in which so many rows of each label were found. */
const weakest = (...found: readonly (readonly [label: string, found: number, rows: number])[]) =>
  weakestClass({
    classes: found.map(([label, its, rows]) => ({ label, rows, recall: its / rows })),
  } as unknown as AccuracyFigure);

test('a label is named only where it is surely found less often than all others', () => {
  expect(weakest(['negative', 90, 100], ['neutral', 50, 100], ['positive', 80, 100])).toEqual({
    label: 'neutral',
    found: expect.objectContaining({ rows: 50, of: 100 }),
    others: expect.objectContaining({ rows: 170, of: 200 }),
  });
  expect(weakest(['negative', 90, 100], ['neutral', 86, 100], ['positive', 92, 100])).toBeUndefined();
  expect(weakest(['negative', 90, 100], ['positive', 90, 100])).toBeUndefined();
});

test('of few rows, or against few, nothing is said', () => {
  expect(weakest(['negative', 900, 1_000], ['neutral', 5, 25])).toBeUndefined();
  expect(weakest(['negative', 20, 25], ['neutral', 100, 1_000])).toBeUndefined();
  expect(weakest(['neutral', 100, 1_000])).toBeUndefined();
});
