import { expect, test } from 'vitest';
import { writtenLike } from './written-like';

test('is written as the word was in whose place it comes', () => {
  expect(['good', 'Good', 'GOOD', 'I', '好'].map((word) => writtenLike('bad', word))).toEqual([
    'bad',
    'Bad',
    'BAD',
    'Bad',
    'bad',
  ]);
});
