import { expect, test } from 'vitest';
import { allRows, NO_REVIEWS, otherRows, type Data } from '../src/findings/data';
import { aspects } from '../src/findings/figures/aspects';
import { sentimentByColumn } from '../src/findings/figures/by-column';
import { sentimentOverTime } from '../src/findings/figures/over-time';
import { phrases } from '../src/findings/figures/phrases';
import { filterRows } from '../src/findings/filter/filter-rows';
import { isoDay } from '../src/findings/store/days';
import { PieceBuilder } from '../src/findings/store/piece-builder';
import { RowStore } from '../src/findings/store/row-store';
import { compare } from '../src/findings/figures/compare';
import { DROP, madeCsv, madeReviews, PLANTED, PRODUCTS, textOf } from './findings/made-reviews';
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
  const time = sentimentOverTime(data, all)!;
  expect(time.unit).toBe('month');
  expect(time.points).toHaveLength(18);
  expect(time.change).toMatchObject({ certain: true });
  expect(isoDay(time.change!.day)).toBe(DROP.from);
  const after = filterRows(data, [{ kind: 'period', from: time.change!.day, to: 1e6 }]);
  const product = sentimentByColumn(data, after, 'product', otherRows(data, after))!;
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

test('two periods are compared with intervals; two runs over the same texts also row by row', () => {
  const day = Date.UTC(2023, 9, 1) / 86_400_000;
  const [before, after] = [
    filterRows(data, [{ kind: 'period', from: 0, to: day - 1 }]),
    filterRows(data, [{ kind: 'period', from: day, to: 1e6 }]),
  ];
  const periods = compare({ store, rows: before }, { store, rows: after });
  expect(periods.negative.low).toBeGreaterThan(0);
  expect(periods.positive.high).toBeLessThan(0);
  expect(periods.moved).toBeUndefined();
  // The second run says neutral of every tenth text.
  const other = new RowStore();
  const again = new PieceBuilder();
  const changed = rows.filter((row, at) => at % 10 === 0 && 'label' in row && row.label !== 'neutral').length;
  rows.forEach((row, at) => again.add(at % 10 === 0 && 'label' in row ? { ...row, label: 'neutral' } : row));
  other.append(again.take());
  const runs = compare({ store, rows: allRows(data) }, { store: other, rows: allRows({ store: other }) });
  expect(runs.moved).toMatchObject({ both: rows.length });
  expect(runs.moved!.changed).toHaveLength(changed);
  expect(runs.moved!.paired.high).toBeLessThan(0);
  expect(runs.moved!.paired.low).toBeLessThan(runs.moved!.paired.value);
});

test('the made file has what it promises: products, planted phrases, a row a line', () => {
  const reviews = madeReviews(4_000);
  expect([...new Set(reviews.map(({ product }) => product))].sort()).toEqual([...PRODUCTS]);
  const texts = reviews.map(textOf).join('\n');
  for (const planted of PLANTED) expect(texts).toContain(planted.replaceAll('|', ''));
  expect(madeCsv(reviews).trimEnd().split('\n')).toHaveLength(4_001);
});
