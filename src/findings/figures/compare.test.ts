import { expect, test } from 'vitest';
import { madeReviews } from '../../../test/findings/made-reviews';
import { madeRows } from '../../../test/findings/made-rows';
import { allRows } from '../data';
import { PieceBuilder } from '../store/piece-builder';
import { RowStore } from '../store/row-store';
import { compare, pairsOf } from './compare';

type Label = 'negative' | 'neutral' | 'positive';

/** Rows with these predictions, numbered from 1; their texts are their numbers unless others are given. */
function side(labels: readonly Label[], textOf = (at: number) => `text ${at}`) {
  const [made] = madeRows(madeReviews(1));
  const builder = new PieceBuilder();
  labels.forEach((label, at) => {
    const place = { row: at + 1, line: at + 2, text: textOf(at), words: [], phrases: [] };
    builder.add({ ...made, ...place, label, probabilities: { negative: 0, neutral: 0, positive: 0, [label]: 1 } });
  });
  const store = new RowStore();
  store.append(builder.take());
  return { store, rows: allRows({ store }) };
}

/** So many of each, one after the other. */
const many = (...counts: readonly (readonly [number, Label])[]): Label[] =>
  counts.flatMap(([count, label]) => Array.from({ length: count }, () => label));

const before = side(many([5, 'positive'], [12, 'negative'], [83, 'neutral']));
const after = side(many([5, 'negative'], [12, 'positive'], [83, 'neutral']));

test('of the same texts the difference is paired, by the interval of Agresti and Min with half a row in each cell', () => {
  const { moved, positive } = compare(before, after);
  // 12 gained, 5 lost: (12.5 − 5.5) / 102 ± 1.96 √(18 − 7² / 102) / 102.
  expect(moved!.paired.value).toBeCloseTo(0.07, 12);
  expect(moved!.paired.low).toBeCloseTo(-0.0118, 4);
  expect(moved!.paired.high).toBeCloseTo(0.14906, 4);
  // Taken for different texts, the same shares say less.
  expect(positive.value).toBeCloseTo(0.07, 12);
  expect(positive.high - positive.low).toBeGreaterThan(moved!.paired.high - moved!.paired.low);
  expect(moved!.moves.map(({ from, to, rows }) => [from, to, rows.length])).toEqual([
    ['negative', 'positive', 12],
    ['positive', 'negative', 5],
  ]);
  expect([moved!.both, moved!.changed.length]).toEqual([100, 17]);
});

test('rows that moved are found by their texts; of copies all, or none', () => {
  const [some, more] = [
    ['one', 'two', 'two', 'ok', 'three'],
    ['new', 'one', 'three', 'two', 'two', 'ok', 'ok'],
  ];
  const sideOf = (texts: readonly string[]) => side(many([texts.length, 'neutral']), (at) => texts[at]);
  expect(pairsOf(sideOf(some), sideOf(more))).toEqual([
    [0, 1],
    [4, 2],
    [1, 3],
    [2, 4],
  ]);
});

test('rows with the same number and another text are no pair', () => {
  const shifted = side(many([5, 'negative'], [12, 'positive'], [83, 'neutral']), (at) =>
    at < 40 ? `text ${at}` : `other ${at}`,
  );
  expect(pairsOf(before, shifted)).toHaveLength(40);
  expect(compare(before, shifted).moved).toMatchObject({ both: 40 });
  const others = side(many([100, 'positive']), (at) => `other ${at}`);
  expect(compare(before, others).moved).toBeUndefined();
});
