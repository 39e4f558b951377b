import { expect, test } from 'vitest';
import type { Change } from './change';
import { hasTwoContrasts, withoutContradictions } from './sense';

/** A change of each of the words, wherever it stands first. */
const changesOf = (text: string, words: readonly string[]): Change[] =>
  words.map((word) => {
    const start = text.indexOf(word);
    const edit = { start, end: start + word.length, newText: 'other' };
    return { words: [], edit, from: word, to: 'other', cost: 0, negator: false };
  });

test.each([
  ['My son cried because it was so moving.', ['moving'], []],
  ['I loved it because the staff was kind. The room was clean.', ['loved', 'kind', 'clean'], ['clean']],
  ['I loved it because it came on Monday.', ['loved'], ['loved']],
  ['因为老板热情，下次还来。', ['热情'], []],
  ['老板热情，所以很喜欢。', ['热情', '喜欢'], []],
  ['The export is fast now, well done!', ['fast'], []],
])('of %j with changes of %j those of %j stay', (text, words, expected) => {
  expect(withoutContradictions(text, changesOf(text, words)).map(({ from }) => from)).toEqual(expected);
});

test('two contrasts in one sentence are one too many', () => {
  const [joint] = changesOf('and', ['and']).map((change) => ({ ...change, to: 'but' }));
  expect(hasTwoContrasts('It is calm but dirty, but good for walks.', [joint])).toBe(true);
  expect(hasTwoContrasts('It is calm but dirty. But it is good.', [joint])).toBe(false);
  expect(hasTwoContrasts('It is calm but dirty, but good for walks.', [])).toBe(false);
});
