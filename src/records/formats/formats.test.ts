import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIn, recordsIn } from '../testing/collect';
import type { SourceRecord } from '../record';

const texts = (records: readonly SourceRecord[]) => records.map(({ text, error }) => text ?? error);
const lines = (records: readonly SourceRecord[]) => records.map(({ line }) => line);

describe('CSV', () => {
  test('rows are those of csv-parse, wherever the pieces end', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '好', '"', ',', '\n', '\r\n', ' ', ';', '=') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (rows, piece, windows) => {
        const header = rows[0].map((_, i) => (i === 0 ? 'text' : `field ${i}`));
        const quoted = [header, ...rows].map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
        const file = quoted.join(windows ? '\r\n' : '\n');
        const oracle = parse(file, { columns: false }).slice(1);
        const found = await recordsIn('a.csv', file, piece);
        // A row of nothing is a blank line.
        const there = oracle.filter((cells) => cells.some((one) => one.trim() !== ''));
        expect(found.map(({ cells }) => cells)).toEqual(there);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('a damaged row is one row of damage with its line: the next one is read', async () => {
    const file = 'id,text\n1,"good" film\n2,fine\n3,a,b\n4,"two\nlines"\n5,"never closed\n6,still read\n';
    const found = await recordsIn('a.csv', file);
    expect(texts(found)).toEqual([
      'There is text behind a closing quote.',
      'fine',
      'It has 3 cells where there are 2 columns.',
      'two\nlines',
      'A quote is not closed.',
      'still read',
    ]);
    expect(lines(found)).toEqual([2, 3, 4, 5, 7, 8]);
  });

  test.each([
    ['by name', 'id,stars,review\n1,5,x\n2,1,y\n', 'x'],
    [
      'by content',
      'a,b,c\n1,http://a.example/long/path,the film was really very good\n2,b,we did not like it\n',
      'the film was really very good',
    ],
    ['in Chinese', '编号,评论,评分\n1,很好,5\n', '很好'],
    ['not a short title', 'title,body\nGood,"I loved it from the first minute"\n', 'I loved it from the first minute'],
    ['behind a semicolon', 'id;text\n1;fine, really\n', 'fine, really'],
    [
      'without a header',
      '1,I loved it from the first minute to the last\n2,It was long and dull and I left\n',
      'I loved it from the first minute to the last',
    ],
  ])('the text column is found %s', async (_, file, first) => {
    expect((await recordsIn('a.csv', file))[0].text).toBe(first);
  });

  test('id, label and category are found beside it', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `r${i},Text number ${i} that people wrote,${i % 2 ? 'pos' : 'neg'},${i % 3 ? 'books' : 'films'}`,
    );
    const [first] = await recordsIn('a.csv', `id,text,label,category\n${rows.join('\n')}`);
    expect(first).toMatchObject({ id: 'r0', given: 'neg', group: 'films', text: 'Text number 0 that people wrote' });
  });
});

describe('JSON', () => {
  test('a line a row: damage, blanks and wrong kinds keep their line', async () => {
    const file =
      '{"id":7,"text":"one"}\n\nnonsense\n[1]\n"two"\n{"text":""}\n{"text":5}\n{"__proto__":{"text":"no"}}\n';
    const found = await recordsIn('a.ndjson', file, 3);
    expect(lines(found)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(texts(found)).toEqual([
      'one',
      'There is no text.',
      'It is not JSON.',
      'It is neither an object nor a text.',
      'two',
      'There is no text.',
      'There is no text in “text”.',
      'There is no text in “text”.',
    ]);
    expect(found[0].id).toBe(7);
  });

  test('the elements of a document, their lines, and a path that is not said', async () => {
    const file =
      '[\n  {"id": "a", "review": {"body": "It, [was] {fine}", "by": "x"}},\n  {"id": "b",\n   "review": {"body": "not \\"so\\" good"}}\n]\n';
    for (const piece of [1, 7, 1000]) {
      const found = await recordsIn('a.json', file, piece);
      expect(texts(found)).toEqual(['It, [was] {fine}', 'not "so" good']);
      expect(lines(found)).toEqual([2, 3]);
    }
  });

  test('very deep JSON is damage or a value, and never a crash', async () => {
    const found = await recordsIn('a.ndjson', `${'['.repeat(200_000)}\n{"text":"fine"}\n`);
    expect(lines(found)).toEqual([1, 2]);
    expect(found[1].text).toBe('fine');
  });
});

test('plain text: blank lines are rows without text; a line of 20 MB is one row of damage', async () => {
  const found = await recordsIn('a.txt', `one\r\n\n${'x'.repeat(20_000_000)}\nlast`);
  expect(texts(found)).toEqual(['one', 'There is no text.', 'It is longer than 16,777,216 characters.', 'last']);
  expect(lines(found)).toEqual([1, 2, 3, 4]);
});

describe('what one record of a running text is', () => {
  const MARKDOWN = '# Day 3\n\nGood **room**. Loud\nstreet, though.\n\n- No *towels*!\n\n```\ncode\n```\n';
  const PLAIN = '\n Good room. Loud\nstreet, though.\n\nNo towels!\n';
  test.each([
    ['a.md', undefined, ['Good room. Loud\nstreet, though.', 'No towels!'], [3, 6]],
    ['a.md', 'paragraph', ['Good room. Loud\nstreet, though.', 'No towels!'], [3, 6]],
    ['a.md', 'line', ['Good room. Loud', 'street, though.', 'No towels!'], [3, 4, 6]],
    ['a.md', 'sentence', ['Good room.', 'Loud\nstreet, though.', 'No towels!'], [3, 3, 6]],
    ['a.md', 'file', ['Good room. Loud\nstreet, though.\n\nNo towels!'], [3]],
    [
      'a.txt',
      undefined,
      ['There is no text.', ' Good room. Loud', 'street, though.', 'There is no text.', 'No towels!'],
      [1, 2, 3, 4, 5],
    ],
    ['a.txt', 'paragraph', ['Good room. Loud\nstreet, though.', 'No towels!'], [2, 5]],
    ['a.txt', 'sentence', ['Good room.', 'Loud\nstreet, though.', 'No towels!'], [2, 2, 5]],
    ['a.txt', 'file', [' Good room. Loud\nstreet, though.\n\nNo towels!'], [2]],
  ] as const)('%s by %s', async (name, unit, expected, at) => {
    const source = name === 'a.md' ? MARKDOWN : PLAIN;
    for (const piece of [3, 65_536]) {
      const { records } = await readIn(name, source, { unit, piece, places: true });
      expect(texts(records)).toEqual(expected);
      expect(lines(records)).toEqual(at);
      for (const { place } of records) if (place) expect(place.endLine).toBeGreaterThanOrEqual(place.line);
    }
  });

  test('a file that is too long for any reader is one row that says so', async () => {
    const { records } = await readIn('a.txt', 'word '.repeat(50_000), { unit: 'file' });
    expect(texts(records)).toEqual(['The file is longer than 200,000 characters.']);
  });
});

test('Markdown: prose only, with the line on which it begins', async () => {
  const file = [
    '---',
    'title: x',
    '---',
    '# Heading',
    '',
    'A **good** [film](http://a.example), *really*.',
    'Second line.',
    '',
    '```js',
    'code()',
    '```',
    '- an item',
    '- [ ] another',
    '',
    '| a | b |',
    '|---|---|',
    '',
    '> quoted words',
    '',
    'Heading too',
    '===',
    '',
    '    indented code',
    '',
    '<div>',
    'words in it',
    '</div>',
    '<!-- no',
    'nor this -->',
  ].join('\n');
  const found = await recordsIn('a.md', file, 5);
  expect(texts(found)).toEqual([
    'A good film, really.\nSecond line.',
    'an item',
    'another',
    'quoted words',
    'words in it',
  ]);
  expect(lines(found)).toEqual([6, 12, 13, 18, 26]);
});
