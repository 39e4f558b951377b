import { expect, test } from 'vitest';
import { markingReader, markProbability, scoresBy } from '../testing/marking-reader';
import { learnedSelection } from './learned-selection';

test('1 for words that people would rather mark than not, 0 for others and for skipped words', () => {
  const likely = [1.5, 0.1, 1];
  const reader = markingReader([2, -1, 0.5], likely);
  const expected = likely.map((each) => Number(markProbability(each) > 0.5));
  expect(scoresBy(learnedSelection, reader, [1, 0, 2, 3])).toEqual([expected[0], 0, expected[1], expected[2]]);
  expect(new Set(expected)).toEqual(new Set([0, 1]));
});
