import { expect, test } from 'vitest';
import { allRows, NO_REVIEWS, otherRows, type Data } from '../src/findings/data';
import { aspects } from '../src/findings/figures/aspects';
import { byColumn } from '../src/findings/figures/by-column';
import { overTime } from '../src/findings/figures/over-time';
import { phrases } from '../src/findings/figures/phrases';
import { filterRows } from '../src/findings/filter/filter-rows';
import { isoDay } from '../src/findings/store/days';
import { PieceBuilder } from '../src/findings/store/piece-builder';
import { RowStore } from '../src/findings/store/row-store';
import { DROP, madeReviews } from './findings/made-reviews';
import { madeRows } from './findings/made-rows';

const rows = madeRows(madeReviews(4_000));
const builder = new PieceBuilder();
const store = new RowStore();
for (const row of rows) {
  builder.add(row);
  if (builder.waiting === 700) store.append(builder.take());
}
store.append(builder.take());
const data: Data = { store, reviews: NO_REVIEWS };

test('the drop is found: when, where, about what', () => {
  const all = allRows(data);
  const time = overTime(data, all)!;
  expect(time.unit).toBe('month');
  expect(time.points).toHaveLength(18);
  expect(time.change).toMatchObject({ certain: true });
  expect(isoDay(time.change!.day)).toBe(DROP.from);
  const after = filterRows(data, [{ kind: 'period', from: time.change!.day, to: 1e6 }]);
  const product = byColumn(data, after, 'product', otherRows(data, after))!;
  expect(product.groups[0].value).toBe(DROP.product);
  expect(product.groups[0].change!.high).toBeLessThan(-0.2);
  const bad = filterRows(data, [
    { kind: 'period', from: time.change!.day, to: 1e6 },
    { kind: 'column', column: 'product', values: [DROP.product] },
  ]);
  const about = aspects(data, bad, otherRows(data, bad));
  expect(about.slice(0, 3).map(({ aspect }) => aspect)).toContain('motor');
  const decided = phrases(data, bad, otherRows(data, bad));
  expect(decided.negative.slice(0, 4).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['stopped working', 'burnt smell']),
  );
});
