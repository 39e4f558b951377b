import { expect, test } from 'vitest';
import { withCapitalsOf } from './capitals';

test('is written as the word was in whose place it comes', () => {
  expect(['good', 'Good', 'GOOD', 'I', '好'].map((word) => withCapitalsOf('bad', word))).toEqual([
    'bad',
    'Bad',
    'BAD',
    'Bad',
    'bad',
  ]);
});
