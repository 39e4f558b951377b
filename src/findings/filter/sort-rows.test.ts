import { expect, test } from 'vitest';
import type { SortKey } from '../../shared/findings/filter';
import { allRows, NO_REVIEWS } from '../data';
import { PieceBuilder } from '../store/piece-builder';
import { RowStore } from '../store/row-store';
import { filterRows } from './filter-rows';
import { SearchProblem } from './search';
import { sortRows } from './sort-rows';

const TEXTS = [
  'Banana was fine',
  'apple, refused a refund',
  '用不了了，没人理',
  'Apple pie',
  'It stopped\n working',
  '退款很慢',
];
const DATES = ['2024-03-02', 'soon', '13/02/2024', '', '2023-01-01', '5/3/2024'];
const PRICES = ['10', '9', 'none', '', '100', '9'];

const builder = new PieceBuilder();
TEXTS.forEach((text, at) =>
  builder.add({
    row: at + 1,
    line: at + 2,
    text,
    language: /[a-z]/i.test(text) ? 'en' : 'zh',
    model: 'm',
    label: at % 2 === 0 ? 'positive' : 'negative',
    probabilities: { negative: at % 2 === 0 ? 0.1 : 0.5 + at / 20, positive: at % 2 === 0 ? 0.9 - at / 20 : 0.1 },
    milliseconds: 1,
    warnings: [],
    date: DATES[at],
    cells: PRICES[at] === '' ? {} : { price: PRICES[at] },
    given: at % 2 === 0 ? '5' : '4',
    givenLabel: 'positive',
  }),
);
builder.add({ row: 7, line: 8, error: 'Line 8: There is no text.' });
const store = new RowStore();
store.append(builder.take());
const data = { store, reviews: NO_REVIEWS };

test.each<[SortKey, number[], number[]]>([
  ['row', [1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1]],
  ['date', [5, 3, 1, 6, 2, 4, 7], [6, 1, 3, 5, 2, 4, 7]],
  ['confidence', [2, 4, 5, 6, 3, 1, 7], [1, 3, 6, 5, 4, 2, 7]],
  ['prediction', [2, 4, 6, 1, 3, 5, 7], [1, 3, 5, 2, 4, 6, 7]],
  [{ column: 'price' }, [2, 6, 1, 5, 3, 4, 7], [3, 5, 1, 2, 6, 4, 7]],
  [{ column: 'no such column' }, [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7]],
])('by %j; rows without a value come last either way', (by, up, down) => {
  const numbers = (descending: boolean) => [...sortRows(data, allRows(data), { by, descending })].map((row) => row + 1);
  expect(numbers(false)).toEqual(up);
  expect(numbers(true)).toEqual(down);
});

test('by text: letters without regard to case', () => {
  const texts = [...sortRows(data, allRows(data), { by: 'text' })].map((row) => store.text(row));
  expect(texts.slice(0, 3)).toEqual(['Apple pie', 'apple, refused a refund', 'Banana was fine']);
});

test('days are read as the file shows: 13/02 can only begin with the day, so 5/3 does too', () => {
  expect(store.day(2)).toBe(Date.UTC(2024, 1, 13) / 86_400_000);
  expect(store.day(5)).toBe(Date.UTC(2024, 2, 5) / 86_400_000);
  expect(store.dateOrder).toEqual({ dayFirst: true, sure: true });
  expect(store.unreadable).toEqual({ row: 2, written: 'soon' });
});

test.each([
  ['apple', [2, 4]],
  ['APPLE refund', [2]],
  ['fund', [2]],
  ['"stopped working"', [5]],
  ['“refused a”', [2]],
  ['用不了', [3]],
  ['款', [6]],
  ['/^app\\w+/i', [2, 4]],
  ['/banana/ fine', []],
  ['no text', [7]],
  ['', [1, 2, 3, 4, 5, 6, 7]],
])('search for %s', (text, rows) => {
  expect([...filterRows(data, [{ kind: 'search', text }])].map((row) => row + 1)).toEqual(rows);
});

test('a pattern that is none is a problem, not nothing', () => {
  expect(() => filterRows(data, [{ kind: 'search', text: '/(/' }])).toThrow(SearchProblem);
});

test('conditions', () => {
  const numbers = (...filter: Parameters<typeof filterRows>[1]) => [...filterRows(data, filter)].map((row) => row + 1);
  expect(numbers({ kind: 'column', column: 'price', values: ['9'] })).toEqual([2, 6]);
  expect(numbers({ kind: 'column', column: 'price', values: ['9', ''], except: true })).toEqual([1, 3, 5]);
  expect(numbers({ kind: 'agreement', is: 'differs' })).toEqual([2, 4, 6]);
  expect(numbers({ kind: 'agreement', is: 'none' })).toEqual([7]);
  expect(numbers({ kind: 'confidence', from: 0.85, to: 1 })).toEqual([1]);
  expect(numbers({ kind: 'damaged' })).toEqual([7]);
  expect(numbers({ kind: 'any', of: [{ kind: 'damaged' }, { kind: 'rows', rows: [2] }] })).toEqual([2, 7]);
  store.setMeaning({ '5': 'positive', '4': 'negative' });
  expect(numbers({ kind: 'agreement', is: 'differs' })).toEqual([]);
  store.setMeaning(undefined);
});
