import { expect, test } from 'vitest';
import { contributionText } from './points';

test('a contribution has its place among the highlights, if there are several', () => {
  expect(contributionText(10, 4, 8)).toBe('+10 points, 4th of 8');
  expect(contributionText(60, 1, 1)).toBe('+60 points, the only highlight');
});
