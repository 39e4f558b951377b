import { expect, test } from 'vitest';
import { madeReviews } from '../../../../test/findings/made-reviews';
import { madeRows } from '../../../../test/findings/made-rows';
import { PieceBuilder } from '../../../findings/store/piece-builder';
import type { RowsPiece } from '../../../shared/findings/piece';
import { OverviewState } from './overview-state';
import { knownView } from '../use-overview';

/** A text that is missing is a row that could not be read. */
function pieceOf(texts: readonly (string | undefined)[]): RowsPiece {
  const [made] = madeRows(madeReviews(1));
  const builder = new PieceBuilder();
  texts.forEach((text, at) => {
    const [row, line] = [at + 1, at + 2];
    builder.add(
      text === undefined ? { row, line, error: 'bad' } : { ...made, row, line, text, words: [], phrases: [] },
    );
  });
  return builder.take();
}

const BEFORE = ['one', 'two', 'three', 'four'];
const AFTER = ['nought', 'one', 'three', 'four'];

/** An overview whose view is saved as a file is, and one that is opened later, of rows as they are then. */
function window(texts: readonly (string | undefined)[], saved?: string) {
  let file = saved;
  const overview = new OverviewState(
    () => undefined,
    (view) => (file = JSON.stringify({ ...JSON.parse(file ?? '{}'), ...view })),
  );
  overview.restart();
  overview.restore(knownView(file === undefined ? undefined : JSON.parse(file)));
  overview.append([pieceOf(texts)]);
  overview.placeReviews();
  return { overview, saved: () => file! };
}

const shownIn = (overview: OverviewState) => [...overview.shown].map((row) => overview.store.text(row));

test('rows that a filter or the order of review names follow their texts when the file is read again', () => {
  const { overview } = window(BEFORE);
  overview.reviewNext([4, 2, 1]);
  overview.setFilter([{ kind: 'rows', rows: [1, 2] }]);
  overview.restart();
  overview.append([pieceOf(AFTER)]);
  overview.placeReviews();
  // “two” is gone.
  expect(overview.filter).toMatchObject([{ kind: 'rows', rows: [2] }]);
  expect(overview.view.next).toEqual([4, 2]);
  expect(shownIn(overview)).toEqual(['one']);
});

test('also in an overview that is opened only after the file has changed, and again after it has changed back', () => {
  const first = window(BEFORE);
  first.overview.reviewNext([4, 2, 1]);
  const any = { kind: 'any', of: [{ kind: 'rows', rows: [1, 3] }, { kind: 'damaged' }] } as const;
  first.overview.setFilter([any, { kind: 'rows', rows: [3, 2, 1] }]);
  const { overview, saved } = window(AFTER, first.saved());
  expect(shownIn(overview)).toEqual(['one', 'three']);
  expect(overview.view.next).toEqual([4, 2]);
  // A text that is gone may come back: what was saved is as it was.
  expect(saved()).toBe(first.saved());
  const third = window(BEFORE, saved()).overview;
  expect(shownIn(third)).toEqual(['one', 'three']);
  expect(third.view.next).toEqual([4, 2, 1]);
});

test('copies of a text and rows that cannot be read', () => {
  const first = window(['good', 'bad', 'good', undefined, 'good']);
  first.overview.setFilter([{ kind: 'rows', rows: [1, 3, 4] }]);
  expect(window(['good', 'bad', 'good', undefined, 'good'], first.saved()).overview.filter).toMatchObject([{ rows: [1, 3, 4] }]); // prettier-ignore
  // The third is at its place, the first is the next one that there is.
  expect(window(['new', 'good', 'good', 'bad'], first.saved()).overview.filter).toMatchObject([{ rows: [2, 3] }]);
});

test('an order of review that is set before the rows are there gets their texts as soon as they are', () => {
  let file = '{}';
  const overview = new OverviewState(() => undefined, (view) => (file = JSON.stringify(view))); // prettier-ignore
  overview.reviewNext([3, 1]);
  overview.append([pieceOf(BEFORE)]);
  overview.placeReviews();
  expect(window(AFTER, file).overview.view.next).toEqual([3, 2]);
});

test('what is named after the file was read again keeps its numbers, and what was named before does not', () => {
  const { overview } = window(BEFORE);
  overview.setFilter([{ kind: 'rows', rows: [1] }]);
  overview.reviewNext([4, 1]);
  overview.setFilter([{ kind: 'rows', rows: [1] }]);
  overview.restart();
  overview.append([pieceOf(AFTER)]);
  // Of the new rows: “nought”.
  overview.setFilter([{ kind: 'rows', rows: [1] }]);
  overview.placeReviews();
  expect(shownIn(overview)).toEqual(['nought']);
  expect(overview.view.next).toEqual([4, 2]);
});

test('texts that a person wrote into the file and that fit no rows are none', () => {
  const bad = '{"filter":[{"kind":"rows","rows":[2,3],"texts":[1]}],"next":[2],"nextTexts":"x"}';
  const { overview } = window(BEFORE, bad);
  expect(shownIn(overview)).toEqual(['two', 'three']);
  expect(overview.view.next).toEqual([2]);
});

test('chosen rows and the one that is read are found again; what was decided can no longer be taken back', () => {
  const { overview } = window(BEFORE);
  overview.selection.setAll(Uint32Array.of(0, 1, 3), true);
  overview.read(2, true);
  overview.queue.did(1);
  overview.restart();
  expect([overview.selection.size, overview.current]).toEqual([0, undefined]);
  overview.append([pieceOf(AFTER)]);
  overview.placeReviews();
  expect(overview.selection.all().map((row) => overview.store.text(row))).toEqual(['one', 'four']);
  expect(overview.store.text(overview.current!)).toBe('three');
  expect(overview.queue.last()).toBeUndefined();
  // The row that is read is gone.
  overview.restart();
  overview.append([pieceOf(['one'])]);
  overview.placeReviews();
  expect([overview.selection.all(), overview.current]).toEqual([[0], undefined]);
});
