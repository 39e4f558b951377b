import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightByRationale } from './weight-by-rationale';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

test('what people would hardly underline counts less, on either side; the sum stays', () => {
  const found = weightByRationale(Float64Array.of(2, 2, -1, 0), Float64Array.of(1, 0.5, 0.1, 1));
  // Against the sum of 3 speaks a tenth of 1 now; 3.1 are left for the first two, as 1 : 0.5.
  expect([...found]).toEqual([3.1 / 1.5, 1.55 / 1.5, -0.1, 0].map((value) => expect.closeTo(value, 12) as number));
});

test('a text that speaks against its target is the mirror image', () => {
  const likely = Float64Array.of(0.9, 0.2, 0.6);
  const [one, other] = [Float64Array.of(3, -1, 0.5), Float64Array.of(-3, 1, -0.5)].map((of) =>
    weightByRationale(of, likely),
  );
  expect([...other]).toEqual([...one].map((score) => -score));
});

test('sum and signs stay, whatever the likelihoods', () => {
  const word = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 0, max: 100 }));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
      const scores = Float64Array.from(words, ([score]) => score / 100);
      const found = weightByRationale(
        scores,
        Float64Array.from(words, ([, likely]) => likely / 100),
      );
      expect(sum(found)).toBeCloseTo(sum(scores), 8);
      expect([...found].map(Math.sign)).toEqual([...scores].map(Math.sign));
    }),
  );
});
