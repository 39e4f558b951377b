import { expect, test } from 'vitest';
import { dayCell, typedCell } from './cells';

test.each([
  ['2024-05-03', new Date(Date.UTC(2024, 4, 3))],
  ['2024-05-03 10:15', new Date(Date.UTC(2024, 4, 3, 10, 15))],
  ['2024-05-03T23:59:58', new Date(Date.UTC(2024, 4, 3, 23, 59, 58))],
  // What can be read in two ways, what has a time zone and what is no day stays as it is written.
  ['03/05/2024', '03/05/2024'],
  ['2024-05-03T10:15:00Z', '2024-05-03T10:15:00Z'],
  ['2024-02-30', '2024-02-30'],
  ['2024-05-03 25:00', '2024-05-03 25:00'],
  ['1815-06-18', '1815-06-18'],
  ['4.50', 4.5],
  ['007', '007'],
  ['=1+1', '=1+1'],
  ['', undefined],
])('%s in a workbook', (written, cell) => {
  expect(typedCell(written, written)).toEqual(cell);
});

test('a day is a date, if workbooks know it', () => {
  expect(dayCell(19_846)).toEqual(new Date(Date.UTC(2024, 4, 3)));
  expect(dayCell(-40_000)).toBeUndefined();
});
