import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { SaliencyError } from '../../shared/saliency-error';
import type { AnnotatedRecord } from '../annotate';
import { lengthOf } from '../testing/collect';
import { cellOf } from './cell';
import { writerFor, type Output } from './writer';

const OPTIONS = { labels: ['even', 'odd'], explained: false, title: '<b>' };
const written = (output: Output, ...all: AnnotatedRecord[]): string => {
  const writer = writerFor(output, OPTIONS);
  return writer.head(all[0]) + all.map((one) => writer.row(one)).join('') + writer.tail();
};
const ofTable = (row: number, ...cells: string[]): AnnotatedRecord => ({
  row,
  record: { line: row + 1, text: cells[1], columns: ['label', 'text', 'n'], cells },
  answer: lengthOf(cells[1]),
});

test.each(['=1+1', '+1+2', '-2-3', '@SUM(A1)', '＝1', '\t=1', '\r=1', '-', '=HYPERLINK("http://a.example")'])(
  'the cell %j is no formula any more',
  (cell) => {
    const safe = cellOf(cell);
    expect(parse(safe, { relax_column_count: true })[0][0]).toBe(`'${cell}`);
  },
);

test.each(['-5', '+3.2', '1e-7', '-.5', 'a=b', '好'])('the cell %j stays as it is', (cell) => {
  expect(cellOf(cell)).toBe(cell);
});

test("CSV keeps the source's own columns; ours get out of the way of their names", () => {
  const file = written('csv', ofTable(1, 'x', 'two, words', '-1'), ofTable(2, '', '=cmd', ''));
  const [header, ...rows] = parse(file, { bom: true });
  const added = ['saliency_label', 'probability', 'probability_even', 'probability_odd', 'model', 'warnings', 'error'];
  expect(header).toEqual(['label', 'text', 'n', ...added]);
  expect(rows).toEqual([
    ['x', 'two, words', '-1', 'even', '1', '1', '0', 'length', '', ''],
    ['', "'=cmd", '', 'even', '1', '1', '0', 'length', '', ''],
  ]);
});

test('CSV of two files with other columns is refused', () => {
  const other = ofTable(2, 'a', 'b');
  const record = { ...other.record, columns: ['id', 'text'], file: 'b.csv' };
  expect(() => written('csv', ofTable(1, 'a', 'b', 'c'), { ...other, record })).toThrow(SaliencyError);
});

test('NDJSON: one line a row, with the place first; damage says its line', () => {
  const damaged: AnnotatedRecord = {
    row: 2,
    record: { line: 9, error: 'It is not JSON.' },
    answer: { error: 'It is not JSON.', code: 'bad-row' },
  };
  const lines = written('ndjson', { ...ofTable(1, 'a', 'line\nbreak\ud800'), row: 1 }, damaged)
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0])).toMatchObject({ row: 1, text: 'line\nbreak\ud800' });
  expect(JSON.parse(lines[1])).toEqual({ row: 2, line: 9, error: 'Line 9: It is not JSON.' });
});

test('HTML: nothing of a text is taken for the page', () => {
  const page = written('html', ofTable(1, 'a', '<script>alert(1)</script>"&\u0000\ud800'));
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;\uFFFD\uFFFD');
  expect(page).toContain('<title>&lt;b&gt;</title>');
  expect(page).not.toMatch(/https?:\/\//);
});
