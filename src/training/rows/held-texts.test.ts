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

it.each([1, 2, 3])(
  'held-out texts alone stay held out; the twin of one that is not listed is on no side (seed %i)',
  (seed) => {
    const source = { rows, validationShare: 0.1, testShare: 0.1 };
    const other = { rows: rows.map((row) => ({ ...row, text: `${row.text}, again`, fields: {} })), validationShare: 0.1, testShare: 0.1 }; // prettier-ignore
    const held = parseHeldTexts(list, 'films.held.txt');
    const [split, unlisted] = splitSources([source, other], ['pair'], seed, held);
    const [ofTest, ofValidation] = ['test', 'validation'].map((side) =>
      rows.filter(({ text }) => held.get(hashOfText(text)) === side),
    );
    expect(split.test).toEqual(ofTest);
    expect(split.validation).toEqual(ofValidation);
    // 0 and 1 are a pair, and only one of them is listed.
    expect([...split.train, ...split.test, ...split.validation]).toHaveLength(rows.length - 1);
    // A source that has no text on the list is split by its shares.
    expect(unlisted.test).toHaveLength(4);
    expect(unlisted.validation).toHaveLength(4);
  },
);

it('names a line that is not of this form', () => {
  expect(() => parseHeldTexts(`${list}test Film number 3`, 'films.held.txt')).toThrow(/films\.held\.txt: line 6 /);
});
