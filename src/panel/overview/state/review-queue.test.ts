import { expect, test } from 'vitest';
import { madeReviews } from '../../../../test/findings/made-reviews';
import { madeRows } from '../../../../test/findings/made-rows';
import { PieceBuilder } from '../../../findings/store/piece-builder';
import { OverviewState } from './overview-state';
import type { ViewChoices } from './overview-data';

/** A page with made rows, and what it keeps of its view. */
function made(count: number): { readonly overview: OverviewState; readonly kept: ViewChoices[] } {
  const kept: ViewChoices[] = [];
  const overview = new OverviewState(
    () => undefined,
    (view) => void kept.push(view),
  );
  const builder = new PieceBuilder();
  for (const row of madeRows(madeReviews(count))) builder.add(row);
  overview.append([builder.take()]);
  return { overview, kept };
}

const numbers = (overview: OverviewState, rows: readonly number[]): number[] =>
  rows.map((row) => overview.row(row).number);

test('without a training, those rows are most informative that the model is least sure of', () => {
  const { overview } = made(120);
  const margins = overview.queue.rows('teaches').map((row) => {
    const { confidence, second } = overview.row(row);
    return confidence - (second?.probability ?? 0);
  });
  expect(margins).toHaveLength(24);
  expect(margins).toEqual([...margins].sort((a, b) => a - b));
});

test('what a training found most informative is gone through in its order, whatever the filter; then the others', () => {
  const { overview, kept } = made(120);
  const before = numbers(overview, overview.queue.rows('teaches'));
  const next = [77, 5, 119, 42];
  overview.setFilter([{ kind: 'label', labels: ['positive'] }]);
  overview.reviewNext(next);
  expect(overview.queue.order).toBe('teaches');
  const rows = numbers(overview, overview.queue.rows());
  expect(rows).toEqual([...next, ...before.filter((number) => !next.includes(number))].slice(0, 24));
  expect(overview.queue.rows().map((row) => overview.queue.isNext(row))).toEqual(
    rows.map((number) => next.includes(number)),
  );
  expect(kept.at(-1)).toMatchObject({ next, filter: [], tab: 'review' });
  overview.setReviews([{ row: 77, label: 'positive' }]);
  expect(numbers(overview, overview.queue.waiting)[0]).toBe(5);
});

test('all of them are there, however many, and those of another file are none', () => {
  const { overview } = made(120);
  const next = Array.from({ length: 60 }, (_, i) => 120 - i);
  overview.reviewNext([4_000, ...next]);
  expect(numbers(overview, overview.queue.rows()).slice(0, 60)).toEqual(next);
});
