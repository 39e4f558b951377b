import { expect, it } from 'vitest';
import { bundles } from './bundles';

it('every word has a place of its own where there is room', () => {
  expect(bundles(3, 300, [0.1, 0.2, 0.3]).map(({ word, count }) => [word, count])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
});

it('of words too near to point at, the largest stands for its neighbours', () => {
  expect(bundles(5, 9, [0.1, 0.9, -0.2, -0.1, 0])).toEqual([
    { first: 0, count: 2, word: 1 },
    { first: 2, count: 2, word: 3 },
    { first: 4, count: 1, word: 4 },
  ]);
  expect(bundles(20_000, 600, undefined)).toHaveLength(200);
});
