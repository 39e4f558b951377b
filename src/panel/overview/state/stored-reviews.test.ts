import { expect, test } from 'vitest';
import { madeReviews } from '../../../../test/findings/made-reviews';
import { madeRows } from '../../../../test/findings/made-rows';
import { PieceBuilder } from '../../../findings/store/piece-builder';
import type { RowsPiece } from '../../../shared/findings/piece';
import { OverviewState } from './overview-state';

/** Pieces of rows with these texts, numbered from 1; a text that is missing is a row that could not be read. */
function piecesOf(texts: readonly (string | undefined)[], most = texts.length): RowsPiece[] {
  const [made] = madeRows(madeReviews(1));
  const builder = new PieceBuilder();
  const pieces: RowsPiece[] = [];
  texts.forEach((text, at) => {
    const row = at + 1;
    const place = { row, line: row + 1 };
    builder.add(text === undefined ? { ...place, error: 'one' } : { ...made, ...place, text, words: [], phrases: [] });
    if (builder.waiting === most || row === texts.length) pieces.push(builder.take());
  });
  return pieces;
}

const overviewOf = () => new OverviewState(() => undefined);
const KEPT = [
  { row: 1, text: 'one', label: 'positive' },
  { row: 2, text: 'two', label: 'negative', note: 'irony' },
];
const said = ({ reviews }: OverviewState) =>
  [...reviews.values()].map(({ row, label, note }) => [row, label, note]).sort(([a], [b]) => Number(a) - Number(b));

test('reviews are shown as soon as their rows are there, and nothing is said where nothing changed', () => {
  const overview = overviewOf();
  const pieces = piecesOf(['one', 'two', 'three'], 1);
  overview.keepReviews(KEPT);
  expect(said(overview)).toEqual([]);
  overview.append([pieces[0]]);
  expect(said(overview)).toEqual([[1, 'positive', undefined]]);
  overview.append(pieces.slice(1));
  expect(overview.placeReviews()).toBeUndefined();
  expect(overview.placed).toBeUndefined();
  expect(said(overview)).toEqual([
    [1, 'positive', undefined],
    [2, 'negative', 'irony'],
  ]);
});

test('a row was inserted above: no row has the review of another one for a moment, and each follows its text', () => {
  const overview = overviewOf();
  overview.keepReviews(KEPT);
  overview.append(piecesOf(['nought', 'one', 'two']));
  expect(said(overview)).toEqual([]);
  expect(overview.placeReviews()).toEqual([
    { row: 2, line: 3 },
    { row: 3, line: 4 },
  ]);
  expect(said(overview)).toEqual([
    [2, 'positive', undefined],
    [3, 'negative', 'irony'],
  ]);
  expect(overview.placed).toMatchObject({ moved: 2, strange: [] });
});

test('what cannot be placed is told, and no row has it', () => {
  const overview = overviewOf();
  overview.keepReviews(KEPT);
  overview.append(piecesOf([undefined, 'two', 'three']));
  expect(overview.placeReviews()).toEqual([null, { row: 2 }]);
  expect(said(overview)).toEqual([[2, 'negative', 'irony']]);
  expect(overview.placed).toMatchObject({ moved: 0, strange: [KEPT[0]] });
});

test('what was said of a row while the others came in is newer than what is found for it', () => {
  const overview = overviewOf();
  overview.keepReviews(KEPT);
  overview.append(piecesOf(['nought', 'one', 'two']));
  overview.setReviews([{ row: 2, label: 'neutral' }]);
  overview.placeReviews();
  expect(said(overview)).toEqual([
    [2, 'neutral', undefined],
    [3, 'negative', 'irony'],
  ]);
});

test('after the results are read anew, reviews are placed anew', () => {
  const overview = overviewOf();
  overview.keepReviews(KEPT);
  overview.append(piecesOf(['one', 'two']));
  overview.restart();
  overview.keepReviews(KEPT);
  overview.append(piecesOf(['two', 'one']));
  expect(overview.placeReviews()).toEqual([
    { row: 2, line: 3 },
    { row: 1, line: 2 },
  ]);
  expect(said(overview)).toEqual([
    [1, 'negative', 'irony'],
    [2, 'positive', undefined],
  ]);
});
