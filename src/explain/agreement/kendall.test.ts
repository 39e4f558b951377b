import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendallTau } from './kendall';

/** By the definition: all pairs, one by one. */
function byPairs(a: readonly number[], b: readonly number[]): number | undefined {
  let [agree, inA, inB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [x, y] = [Math.sign(a[i] - a[j]), Math.sign(b[i] - b[j])];
      agree += x * y;
      inA += x * x;
      inB += y * y;
    }
  }
  return inA * inB === 0 ? undefined : agree / Math.sqrt(inA * inB);
}

test('of four words by hand: five pairs agree, one does not', () => {
  expect(kendallTau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 12);
  expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1);
});

test('with ties, by hand: τ-b of (1, 1, 2) and (1, 2, 3) is 2 / √(2 · 3)', () => {
  expect(kendallTau([1, 1, 2], [1, 2, 3])).toBeCloseTo(2 / Math.sqrt(6), 12);
});

test('is undefined where one list has one score only', () => {
  expect(kendallTau([1, 1, 1], [1, 2, 3])).toBeUndefined();
  expect(kendallTau([1], [1])).toBeUndefined();
});

test('equals the definition, pair by pair', () => {
  const score = fc.integer({ min: -4, max: 4 });
  const lists = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(lists, (pairs) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
      const [found, expected] = [kendallTau(a, b), byPairs(a, b)];
      if (expected === undefined) expect(found).toBeUndefined();
      else expect(found).toBeCloseTo(expected, 12);
    }),
  );
});
