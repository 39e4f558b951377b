import { expect, test } from 'vitest';
import type { Language } from '../../shared/languages';
import { allRows, NO_REVIEWS, type Data } from '../data';
import { filterRows } from '../filter/filter-rows';
import { PieceBuilder } from '../store/piece-builder';
import { RowStore } from '../store/row-store';
import { aspects } from './aspects';

function dataOf(texts: readonly string[], language: Language = 'en'): Data {
  const builder = new PieceBuilder();
  texts.forEach((text, at) =>
    builder.add({
      row: at + 1,
      line: at + 2,
      text,
      language,
      model: language,
      label: 'negative',
      probabilities: { negative: 0.9, neutral: 0.05, positive: 0.05 },
      milliseconds: 1,
      warnings: [],
    }),
  );
  const store = new RowStore();
  store.append(builder.take());
  return { store, reviews: NO_REVIEWS };
}

const namesIn = (data: Data): string[] => aspects(data, allRows(data)).map(({ aspect }) => aspect);
/** Sentences about a thing, in which it stands where nouns do. */
const about = (thing: string): string[] => [
  `The ${thing} was loud.`,
  `Nobody looked after the ${thing}.`,
  `The ${thing} is old and the window was shut.`,
  `We asked about the ${thing}.`,
  `I was told that the ${thing} is new.`,
];

test('a noun that nearly always stands behind the same word is called by both', () => {
  const data = dataOf([...about('air conditioning'), ...about('front desk'), 'The desk in our room was small.']);
  const names = namesIn(data);
  expect(names).toEqual(expect.arrayContaining(['air conditioning', 'front desk']));
  expect(names).not.toContain('conditioning');
  // What it is called leads to its rows, those with the noun alone included: the figure counts them, too.
  const desk = aspects(data, allRows(data)).find(({ aspect }) => aspect === 'front desk')!;
  expect(desk.filter).toMatchObject({ kind: 'aspect', aspect: 'desk', name: 'front desk' });
  expect(filterRows(data, [desk.filter])).toHaveLength(desk.rows);
});

test('of two nouns that always stand together one is reported', () => {
  const names = namesIn(dataOf([...about('bed bug'), ...about('bed bugs')]));
  expect(names.filter((name) => name.includes('bed'))).toEqual(['bed bug']);
  expect(names).not.toContain('bug');
});

test('what a noun is like is no part of its name, nor what stands beside many', () => {
  const praise = ['room', 'lift', 'view', 'garden'].flatMap((thing) => about(`lovely ${thing}`).slice(0, 3));
  const marble = ['bath', 'floor', 'stair', 'table'].flatMap((thing) => about(`marble ${thing}`).slice(0, 3));
  const names = namesIn(dataOf([...praise, ...marble]));
  expect(names).toEqual(expect.arrayContaining(['room', 'bath', 'floor']));
  expect(names.filter((name) => name.includes(' '))).toEqual([]);
});

test('a noun that stands by itself as often is called by itself', () => {
  const names = namesIn(dataOf([...about('hotel pool'), ...about('pool')]));
  expect(names).toContain('pool');
  expect(names).not.toContain('hotel pool');
});

test('Chinese names have no space', () => {
  const texts = ['周末订单很慢。', '周末订单没有送到。', '我取消了周末订单。', '周末订单是错的。', '周末订单太慢。'];
  expect(namesIn(dataOf(texts, 'zh'))).toContain('周末订单');
});

test('what is said of a noun is no aspect, and no part of its name', () => {
  const things = ['room', 'bathroom', 'kitchen', 'lobby', 'pool'];
  const said = (word: string) => [
    ...things.map((thing) => `I would not call the ${thing} ${word}.`),
    ...things.map((thing) => `A quiet and ${word} ${thing}, and the price was high.`),
    ...things.map((thing) => `The ${word} ${thing} was what we had asked for.`),
  ];
  for (const word of ['clean', 'tidy', 'spotless', 'comfortable', 'awful', 'warmer', 'excellent']) {
    const names = namesIn(dataOf(said(word)));
    expect(names).toEqual(expect.arrayContaining([...things, 'price']));
    expect(names.filter((name) => name.includes(word))).toEqual([]);
  }
});

test('a word that no list has is no aspect where it is mostly said of others', () => {
  const texts = ['room', 'pool', 'view'].flatMap((thing) => [`I call the ${thing} zorby.`, `The ${thing} was zorby.`, `Very zorby and good.`]); // prettier-ignore
  expect(namesIn(dataOf(texts))).not.toContain('zorby');
  expect(namesIn(dataOf(texts.map((text) => text.replace(/(was|very) zorby/i, 'is here'))))).toContain('zorby');
});
