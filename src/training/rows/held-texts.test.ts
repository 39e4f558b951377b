import { expect, it } from 'vitest';
import { hashOfText, parseHeldTexts } from './held-texts';
import { splitSources } from './split-sources';

const rows = Array.from({ length: 40 }, (_, i) => {
  const text = `Film number ${i}`;
  return { text, label: 'positive', fields: { text, ...(i < 4 && { pair: i >> 1 }) } };
});
const list = [...[0, 7, 8].map((i) => ['test', i] as const), ...[9, 10].map((i) => ['validation', i] as const)]
  .map(([side, i]) => `${side} ${hashOfText(rows[i].text)}\n`)
  .join('');

it('copies of a text have the same hash, whatever their case, punctuation and spaces; other texts have another hash', () => {
  expect(hashOfText('film  NUMBER 3!')).toBe(hashOfText('Film number 3'));
  expect(new Set(rows.map(({ text }) => hashOfText(text))).size).toBe(rows.length);
});

it.each([1, 2, 3])('held-out texts stay held out, with their pairs, and count for the shares (seed %i)', (seed) => {
  const source = { rows, validationShare: 0.1, testShare: 0.1 };
  const [split] = splitSources([source], ['pair'], seed, parseHeldTexts(list, 'films.held.txt'));
  // 0 and 1 are a pair; 0.1 of 40 rows are the four that were held out.
  expect(split.test).toEqual([0, 1, 7, 8].map((i) => rows[i]));
  expect(split.validation).toHaveLength(4);
  expect(split.validation).toEqual(expect.arrayContaining([rows[9], rows[10]]));
  expect(split.train).toHaveLength(32);
});

it('names a line that is not of this form', () => {
  expect(() => parseHeldTexts(`${list}test Film number 3`, 'films.held.txt')).toThrow(/films\.held\.txt: line 6 /);
});
