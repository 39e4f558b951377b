import { expect, test } from 'vitest';
import { spread } from './spread';

test('what is apart stays where it is', () => {
  expect(spread([10, 50, 90], 16, [0, 100])).toEqual([10, 50, 90]);
});

test('what is too near is pushed apart, in its order, and stays inside', () => {
  expect(spread([50, 50, 52], 16, [0, 100])).toEqual([50, 66, 82]);
  expect(spread([99, 98], 16, [0, 100])).toEqual([100, 84]);
  expect(spread([], 16, [0, 100])).toEqual([]);
});
