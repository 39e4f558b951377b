import { expect, test } from 'vitest';
import { sentencesToExplain, spansToExplain } from './spans';

const TEXT = 'one two\nthree\n\n  four five  \n\n\nsix';

/** What would be explained, as text; a number is a cursor. */
const explained = (...selections: (number | string)[]): string[] =>
  spansToExplain(
    TEXT,
    selections.map((each) => {
      const start = typeof each === 'number' ? each : TEXT.indexOf(each);
      return { start, end: typeof each === 'number' ? each : start + each.length };
    }),
  ).map(({ start, end }) => TEXT.slice(start, end));

test('a cursor stands for the paragraph around it, a selection for itself without the white space at its ends', () => {
  expect(explained(0)).toEqual(['one two\nthree']);
  expect(explained(TEXT.length)).toEqual(['six']);
  expect(explained('  four ')).toEqual(['four']);
  expect(explained(' two\nthr')).toEqual(['two\nthr']);
});

test('blank selections and cursors between paragraphs give nothing', () => {
  expect(explained('\n\n', TEXT.indexOf('\nsix'))).toEqual([]);
});

test('several are kept in text order, each stretch of text once', () => {
  expect(explained('six', 'one', 'two')).toEqual(['one', 'two', 'six']);
  expect(explained(1, 5, 'two')).toEqual(['one two\nthree']);
});

test('in code a cursor means the comment or the string around it, a selection itself', () => {
  const code = 'call("so good"); // It works. It is ugly.';
  const prose = [
    { start: 6, end: 13 },
    { start: 19, end: code.length },
  ];
  const at = (start: number, end = start) =>
    spansToExplain(code, [{ start, end }], prose).map((span) => code.slice(span.start, span.end));
  expect([at(8), at(22), at(1), at(0, 4)]).toEqual([['so good'], ['It works. It is ugly.'], [], ['call']]);
  expect(sentencesToExplain(code, [{ start: 22, end: 22 }], prose)).toHaveLength(2);
});
