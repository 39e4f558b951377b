import { expect, test } from 'vitest';
import { changedWords } from './changed-words';
import { segmentSpaced } from './spaced';

test('the changed words are those that the twin does not have', () => {
  const [one, twin] = ['A dull film, I left early.', 'a gripping film, I never left early.'].map(segmentSpaced);
  const changed = (words: typeof one, other: typeof one) =>
    words.filter((_, i) => changedWords(words, other)[i]).map(({ text }) => text);
  expect(changed(one, twin)).toEqual(['dull']);
  expect(changed(twin, one)).toEqual(['gripping', 'never']);
  expect(changed(one, one)).toEqual([]);
});
