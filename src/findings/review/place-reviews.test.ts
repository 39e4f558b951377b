import { expect, test } from 'vitest';
import { madeReviews } from '../../../test/findings/made-reviews';
import { madeRows } from '../../../test/findings/made-rows';
import { kappa } from '../figures/kappa';
import { PieceBuilder } from '../store/piece-builder';
import { RowStore } from '../store/row-store';
import { placeReviews } from './place-reviews';

/** Rows of these texts, numbered from 1; a text that is missing is a row that could not be read. */
function storeOf(texts: readonly (string | undefined)[]): RowStore {
  const [made] = madeRows(madeReviews(1));
  const builder = new PieceBuilder();
  texts.forEach((text, at) => {
    const row = at + 1;
    builder.add(text === undefined ? { row, line: row, error: 'one' } : { ...made, row, text, words: [], phrases: [] });
  });
  const store = new RowStore();
  store.append(builder.take());
  return store;
}

const numbersOf = (store: RowStore, texts: readonly string[], from = 1, isReviewed?: (row: number) => boolean) => {
  const theirs = texts.map((text, at) => ({ row: from + at, label: 'neutral', text }));
  const { reviews, strange } = placeReviews(store, theirs, isReviewed);
  return [reviews.map(({ row }) => row), strange];
};

test('a review belongs to the row with its text, wherever that row is', () => {
  const store = storeOf(['one', 'two', 'three', 'four']);
  expect(numbersOf(store, ['three', 'one', 'two'])).toEqual([[3, 1, 2], 0]);
  expect(numbersOf(store, ['two', 'five', 'nought'])).toEqual([[2], 2]);
  expect(numbersOf(store, ['five', 'six'])).toEqual([[], 2]);
});

test('of copies, the one of its own number, then those that were reviewed here, then one after the other', () => {
  const store = storeOf(['one', 'good', 'two', 'good', 'good']);
  const goods = ['good', 'good'];
  expect(numbersOf(store, ['good'], 4)).toEqual([[4], 0]);
  expect(numbersOf(store, goods, 4)).toEqual([[4, 5], 0]);
  // Its number is that of another text here.
  expect(numbersOf(store, goods, 3)).toEqual([[2, 4], 0]);
  expect(numbersOf(store, goods, 100)).toEqual([[2, 4], 0]);
  expect(numbersOf(store, goods, 100, (row) => row === 5)).toEqual([[5, 2], 0]);
  expect(numbersOf(store, [...goods, ...goods], 100)).toEqual([[2, 4, 5], 1]);
});

test('the message of a row that could not be read is no text', () => {
  expect(numbersOf(storeOf([undefined, 'two']), ['one', 'two'])).toEqual([[2], 1]);
});

test('κ is the same whatever the order of the other file, and says who labelled what alone', () => {
  const reviews = madeReviews(200).map(({ parts }, at) => ({ text: `${at} ${parts[0].text}` }));
  const labels = ['negative', 'neutral', 'positive'];
  const store = storeOf(reviews.map(({ text }) => text));
  const said = (shift: number) =>
    reviews.map(({ text }, at) => ({ row: at + 1, text, label: labels[(at + (at % 7 === 0 ? shift : 0)) % 3] }));
  const [mine, theirs] = [said(0).slice(0, 150), said(1).slice(20)];
  const before = kappa(mine, placeReviews(store, theirs).reviews);
  const turned = theirs.map((review, at) => ({ ...review, row: theirs.length - at }));
  const after = kappa(mine, placeReviews(store, turned).reviews);
  expect(after).toEqual(before);
  expect(before).toMatchObject({ both: 130, onlyFirst: 20, onlySecond: 50 });
  expect(before.agreed).toBe(130 - mine.slice(20).filter(({ row }) => (row - 1) % 7 === 0).length);
  // By number alone, hardly any of them would fit.
  expect(kappa(mine, turned).kappa!.value).toBeLessThan(0.5);
});
