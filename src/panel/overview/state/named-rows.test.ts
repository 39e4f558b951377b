import { expect, test } from 'vitest';
import { madeReviews } from '../../../../test/findings/made-reviews';
import { madeRows } from '../../../../test/findings/made-rows';
import { PieceBuilder } from '../../../findings/store/piece-builder';
import type { RowsPiece } from '../../../shared/findings/piece';
import { OverviewState } from './overview-state';

function pieceOf(texts: readonly string[]): RowsPiece {
  const [made] = madeRows(madeReviews(1));
  const builder = new PieceBuilder();
  texts.forEach((text, at) => builder.add({ ...made, row: at + 1, line: at + 2, text, words: [], phrases: [] }));
  return builder.take();
}

const BEFORE = ['one', 'two', 'three', 'four'];
const AFTER = ['nought', 'one', 'three', 'four'];

test('rows that a filter or the order of review names follow their texts when the file is read again', () => {
  const overview = new OverviewState(() => undefined);
  overview.append([pieceOf(BEFORE)]);
  overview.reviewNext([4, 2, 1]);
  overview.setFilter([{ kind: 'rows', rows: [1, 2] }]);
  overview.restart();
  overview.append([pieceOf(AFTER)]);
  overview.placeReviews();
  // “two” is gone.
  expect(overview.filter).toEqual([{ kind: 'rows', rows: [2] }]);
  expect(overview.view.next).toEqual([4, 2]);
  expect([...overview.shown].map((row) => overview.store.text(row))).toEqual(['one']);
});

test('what is named after the file was read again keeps its numbers', () => {
  const overview = new OverviewState(() => undefined);
  overview.append([pieceOf(BEFORE)]);
  overview.setFilter([{ kind: 'rows', rows: [1] }]);
  overview.restart();
  overview.reviewNext([3, 1]);
  overview.append([pieceOf(AFTER)]);
  overview.placeReviews();
  expect(overview.view.next).toEqual([3, 1]);
  expect(overview.filter).toEqual([]);
});
