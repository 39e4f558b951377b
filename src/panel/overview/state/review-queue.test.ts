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

test.each(['priority', 'teaches', 'random'] as const)(
  'when all rows of %s are reviewed, as many more can be gone through, until there are none',
  (order) => {
    const { overview } = made(400);
    const { queue } = overview;
    queue.choose(order);
    const [atOnce, all] = [order === 'random' ? 30 : 24, order === 'priority' ? undefined : 400];
    const seen: number[] = [];
    for (let round = 1; queue.waiting.length > 0; round++) {
      const rows = queue.rows();
      expect(rows.slice(0, seen.length)).toEqual(seen);
      seen.push(...rows.slice(seen.length));
      if (queue.more === atOnce) expect(seen).toHaveLength(atOnce * round);
      overview.setReviews(numbers(overview, rows).map((row) => ({ row, label: 'positive', order })));
      expect(queue.waiting).toEqual([]);
      expect(queue.rows()).toEqual(rows);
      const { more } = queue;
      queue.choose(order);
      expect(queue.waiting).toHaveLength(more);
    }
    expect(queue.more).toBe(0);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(atOnce);
    if (all !== undefined) expect(seen).toHaveLength(all);
  },
);

test('the batch of before is shown again while some of it waits: 4 of 24 reviewed', () => {
  const { overview } = made(400);
  const first = overview.queue.rows();
  overview.setReviews(
    numbers(overview, first.slice(0, 4)).map((row) => ({ row, label: 'positive', order: 'priority' })),
  );
  overview.queue.restart();
  expect(overview.queue.rows()).toEqual(first);
  expect([overview.queue.reviewed.length, overview.queue.rows().length]).toEqual([4, 24]);
});
