import { describe, expect, it } from 'vitest';
import { classificationMetrics } from './metrics';

describe('figures', () => {
  it('worked out by hand: two right negatives, one of three positives found', () => {
    const { accuracy, macroF1, perLabel, confusion, n } = classificationMetrics(
      ['neg', 'pos'],
      [0, 0, 1, 1, 1],
      [0, 0, 1, 0, 0],
    );
    expect(n).toBe(5);
    expect(accuracy).toBeCloseTo(3 / 5);
    expect(confusion).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect(perLabel[0]).toMatchObject({ label: 'neg', precision: 0.5, recall: 1, n: 2 });
    expect(perLabel[1]).toMatchObject({ label: 'pos', precision: 1, recall: 1 / 3, n: 3 });
    expect(perLabel[0].f1).toBeCloseTo(2 / 3);
    expect(perLabel[1].f1).toBeCloseTo(1 / 2);
    expect(macroF1).toBeCloseTo((2 / 3 + 1 / 2) / 2);
  });

  it('a label that neither occurs nor is predicted does not count in the mean', () => {
    expect(classificationMetrics(['a', 'b', 'c'], [0, 1], [0, 1]).macroF1).toBe(1);
    expect(classificationMetrics(['a', 'b', 'c'], [0, 1], [0, 2]).macroF1).toBeCloseTo(1 / 3);
    expect(classificationMetrics(['a', 'b'], [], [])).toMatchObject({ n: 0, accuracy: 0, macroF1: 0 });
  });
});
