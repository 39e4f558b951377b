import { expect, test } from 'vitest';
import { madeReviews } from '../../../test/findings/made-reviews';
import { madeRows } from '../../../test/findings/made-rows';
import type { Review, ReviewOrder } from '../../shared/findings/review';
import { filterRows } from '../filter/filter-rows';
import { PieceBuilder } from '../store/piece-builder';
import { RowStore } from '../store/row-store';
import { randomOrder, trueAccuracy } from './estimate';

function made() {
  const builder = new PieceBuilder();
  for (const row of madeRows(madeReviews(400))) builder.add(row);
  const store = new RowStore();
  store.append(builder.take());
  return { store, all: filterRows({ store, reviews: new Map() }, []) };
}

const { store, all } = made();
const order = randomOrder(store, all);

/** Reviews of rows; every row of `wrong` is corrected. */
const reviewed = (rows: readonly number[], how: ReviewOrder, wrong: readonly number[] = []): Review[] =>
  rows.map((row) => {
    const predicted = store.labels[store.predictions.values[row]];
    const label = wrong.includes(row) ? store.labels.find((one) => one !== predicted)! : predicted;
    return { row: store.numbers.values[row], label, order: how };
  });
const estimate = (reviews: readonly Review[], filter: Parameters<typeof trueAccuracy>[1] = []) =>
  trueAccuracy({ store, reviews: new Map(reviews.map((one) => [one.row, one])) }, filter);

test('rows reviewed by priority count where the draw has them: errors found before do not leave the sample', () => {
  const [first, second] = [order[3], order[7]];
  const early = reviewed([first, second, order[200]], 'priority', [first, second, order[200]]);
  expect(estimate(early)).toBeUndefined();
  const drawn = order.slice(0, 30).filter((row) => row !== first && row !== second);
  expect(estimate([...early, ...reviewed(drawn, 'random')])).toMatchObject({ rows: 28, of: 30 });
});

test('rows drawn from a part are a sample of that part alone', () => {
  const filter = [{ kind: 'column', column: 'product', values: ['Grinder G3'] }] as const;
  const part = randomOrder(store, filterRows({ store, reviews: new Map() }, filter)).slice(0, 30);
  const reviews = reviewed(part, 'random', part.slice(0, 10));
  expect(estimate(reviews, filter)).toMatchObject({ rows: 20, of: 30 });
  expect(estimate(reviews, [...filter, { kind: 'review', is: 'corrected' }])).toMatchObject({ rows: 20, of: 30 });
  expect(estimate(reviews)?.of ?? 0).toBeLessThan(30);
});

test('a row that was put off leaves the others a sample', () => {
  expect(estimate(reviewed(order.slice(1, 31), 'random'))).toMatchObject({ rows: 30, of: 30 });
});
