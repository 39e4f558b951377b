import { beforeEach, expect, test, vi } from 'vitest';
import { madeReviews } from '../../../../test/findings/made-reviews';
import { madeRows } from '../../../../test/findings/made-rows';
import { PieceBuilder } from '../../../findings/store/piece-builder';
import { sentimentsOfRows } from '../../../findings/figures/sentiments';
import { sortRows } from '../../../findings/filter/sort-rows';
import { OverviewState } from './overview-state';

vi.mock('../../../findings/filter/sort-rows', { spy: true });
vi.mock('../../../findings/figures/sentiments', { spy: true });

const COUNT = 60;
let overview: OverviewState;

beforeEach(() => {
  overview = new OverviewState(() => undefined);
  const builder = new PieceBuilder();
  for (const row of madeRows(madeReviews(COUNT))) builder.add(row);
  overview.append([builder.take()]);
  vi.mocked(sortRows).mockClear();
  vi.mocked(sentimentsOfRows).mockClear();
});

const POSITIVE = [{ kind: 'prediction', labels: ['positive'] }] as const;
/** How many rows were sorted, each time that any were. */
const sorted = () => vi.mocked(sortRows).mock.calls.map(([, rows]) => rows.length);

test('all rows are sorted once: not anew when filters come and go, nor when an order is chosen again', () => {
  overview.set({ sort: { by: 'confidence' } });
  const whole = [...overview.order];
  expect(sorted()).toEqual([COUNT]);
  overview.setFilter(POSITIVE);
  const shown = new Set(overview.shown);
  expect(shown.size).toBeGreaterThan(5);
  expect([...overview.order]).toEqual(whole.filter((row) => shown.has(row)));
  overview.setFilter([]);
  expect([...overview.order]).toEqual(whole);
  overview.set({ sort: { by: 'date' } });
  expect([...overview.order]).not.toEqual(whole);
  overview.set({ sort: { by: 'confidence' } });
  expect([...overview.order]).toEqual(whole);
  expect(sorted()).toEqual([COUNT, COUNT]);
});

test('with a filter on, only what it lets through is sorted', () => {
  overview.setFilter(POSITIVE);
  overview.set({ sort: { by: 'confidence', descending: true } });
  expect(overview.order).toHaveLength(overview.shown.length);
  expect(sorted()).toEqual([overview.shown.length]);
});

test('rows that are drawn again, as while scrolling, are not sorted again', () => {
  overview.set({ sort: { by: 'length' } });
  expect(overview.order).toBe(overview.order);
  expect(sorted()).toEqual([COUNT]);
});

test('new rows, another column of dates and another meaning of labels sort anew', () => {
  overview.set({ sort: { by: 'priority' } });
  expect(overview.order).toHaveLength(COUNT);
  overview.setMeaning({ '5': 'negative' });
  expect(overview.order).toHaveLength(COUNT);
  overview.useDates('product');
  expect(overview.order).toHaveLength(COUNT);
  overview.restart();
  expect(overview.order).toHaveLength(0);
  expect(sorted()).toEqual([COUNT, COUNT, COUNT, 0]);
});

test('what is counted of all rows stays while filters come and go', () => {
  const whole = overview.figures.whole;
  for (const filter of [POSITIVE, []]) {
    overview.setFilter(filter);
    expect(overview.figures.whole).toBe(whole);
  }
  expect(sentimentsOfRows).toHaveBeenCalledTimes(1);
  expect(overview.figures.measurable).toBe(overview.figures.measurable);
  const before = overview.figures.measurable;
  overview.setFilter(POSITIVE);
  expect(overview.figures.measurable).toBe(before);
  overview.setReviews([{ row: 1, label: 'positive' }]);
  expect(overview.figures.measurable.reviews).toBe(1);
});
