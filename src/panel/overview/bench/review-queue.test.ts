import { expect, test } from 'vitest';
import { madeReviews } from '../../../../test/findings/made-reviews';
import { madeRows } from '../../../../test/findings/made-rows';
import { PieceBuilder } from '../../../findings/store/piece-builder';
import { Bench } from './bench';
import type { BenchView } from './state';

/** A page with made rows, and what it keeps of its view. */
function made(count: number): { readonly bench: Bench; readonly kept: BenchView[] } {
  const kept: BenchView[] = [];
  const bench = new Bench(
    () => undefined,
    (view) => void kept.push(view),
  );
  const builder = new PieceBuilder();
  for (const row of madeRows(madeReviews(count))) builder.add(row);
  bench.append([builder.take()]);
  return { bench, kept };
}

const numbers = (bench: Bench, rows: readonly number[]): number[] => rows.map((row) => bench.row(row).number);

test('without a training, those rows teach most that the model is least sure of', () => {
  const { bench } = made(120);
  const margins = bench.queue.rows('teaches').map((row) => {
    const { confidence, second } = bench.row(row);
    return confidence - (second?.probability ?? 0);
  });
  expect(margins).toHaveLength(24);
  expect(margins).toEqual([...margins].sort((a, b) => a - b));
});

test('what a training said would teach most is gone through in its order, whatever the filter; then the others', () => {
  const { bench, kept } = made(120);
  const before = numbers(bench, bench.queue.rows('teaches'));
  const next = [77, 5, 119, 42];
  bench.setFilter([{ kind: 'label', labels: ['positive'] }]);
  bench.reviewNext(next);
  expect(bench.queue.order).toBe('teaches');
  const rows = numbers(bench, bench.queue.rows());
  expect(rows).toEqual([...next, ...before.filter((number) => !next.includes(number))].slice(0, 24));
  expect(bench.queue.rows().map((row) => bench.queue.isNext(row))).toEqual(rows.map((number) => next.includes(number)));
  expect(kept.at(-1)).toMatchObject({ next, filter: [], tab: 'review' });
  bench.setReviews([{ row: 77, label: 'positive' }]);
  expect(numbers(bench, bench.queue.waiting)[0]).toBe(5);
});

test('all of them are there, however many, and those of another file are none', () => {
  const { bench } = made(120);
  const next = Array.from({ length: 60 }, (_, i) => 120 - i);
  bench.reviewNext([4_000, ...next]);
  expect(numbers(bench, bench.queue.rows()).slice(0, 60)).toEqual(next);
});
