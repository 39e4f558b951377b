import { expect, test } from 'vitest';
import { groupParts } from './group-parts';

const part = (from: number, to: number, value: number) => ({ from, to, value });
const seams = (gaps: readonly number[], likely?: readonly number[]) => ({
  gaps,
  mask: new Float32Array(gaps.length + 1).fill(1),
  ...(likely && { likely: Float64Array.from(likely) }),
});

test('parts between which grammar has no seam are one phrase, worth as much as both', () => {
  const found = groupParts(seams([0, 0.05, 0.8, 0.3]), [part(0, 2, 1), part(2, 3, 0.5), part(3, 5, 2)]);
  expect(found).toEqual([part(0, 3, 1.5), part(3, 5, 2)]);
});

test('what speaks in another direction is a phrase of its own, whatever grammar says', () => {
  const parts = [part(0, 1, 1), part(1, 2, -1)];
  expect(groupParts(seams([0]), parts)).toEqual(parts);
});

test('a reason is not joined with what is none', () => {
  const parts = [part(0, 1, 1), part(1, 2, 0.2)];
  expect(groupParts(seams([0], [0.9, 0.1]), parts)).toEqual(parts);
  expect(groupParts(seams([0], [0.9, 0.85]), parts)).toEqual([part(0, 2, 1.2)]);
});

test('a short text has a few phrases, a long one as many as grammar tells apart', () => {
  const found = [12, 33].map((words) => {
    const parts = Array.from({ length: words }, (_, at) => part(at, at + 1, 1));
    return groupParts(seams(Array<number>(words - 1).fill(0.4)), parts).length;
  });
  expect(found).toEqual([4, 33]);
});
