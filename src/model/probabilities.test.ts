import { expect, test } from 'vitest';
import { largestAt, probabilitiesOf } from './probabilities';

test('a lone logit is the log-odds of the last label', () => {
  const [negative, positive] = probabilitiesOf([Math.log(3)]);
  expect(negative).toBeCloseTo(0.25, 12);
  expect(positive).toBeCloseTo(0.75, 12);
});

test('several logits are a softmax, and a temperature flattens it', () => {
  const sharp = probabilitiesOf([Math.log(1), Math.log(2), Math.log(5)]);
  expect(sharp[0]).toBeCloseTo(0.125, 12);
  expect(sharp[2]).toBeCloseTo(0.625, 12);
  const [low, high] = probabilitiesOf([Math.log(9)], 2);
  expect(high / low).toBeCloseTo(3, 12);
});

test('huge logits do not overflow', () => {
  expect(probabilitiesOf([1000, 0])).toEqual([1, 0]);
  expect(probabilitiesOf([-1000])).toEqual([1, 0]);
});

test('of equals the first is the largest', () => {
  expect(largestAt([0.2, 0.4, 0.4])).toBe(1);
});
