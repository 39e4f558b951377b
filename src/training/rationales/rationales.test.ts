import { describe, expect, test } from 'vitest';
import { segmentEnglish } from '../../text/english';
import type { Row } from '../rows/row';
import { markedWords } from './marked-words';
import { pairDifferences } from './pair-differences';
import { rationaleSpans } from './rationale-spans';

const row = (text: string, fields: Record<string, unknown> = {}, label = 'positive'): Row => ({ text, label, fields });
/** What is marked, as text. */
const marked = (given: Row) =>
  rationaleSpans(given)?.map(({ start, end, weight }) => [given.text.slice(start, end), weight]);

describe('what people marked', () => {
  test('stretches of tokens', () => {
    const tokens = ['a', 'warm', ',', 'a', 'witty', 'play', '.'];
    expect(marked(row('a warm , a witty play .', { tokens, rationale: [[1, 2], [4, 6]] }))).toEqual([
      ['warm', 1],
      ['witty play', 1],
    ]); // prettier-ignore
  });

  test('single tokens of a treebank that are not neutral, by their degree', () => {
    const spans = [[0, 1, 2], [1, 2, 4], [2, 3, 2], [3, 4, 1], [0, 4, 3], [1, 3, 4]]; // prettier-ignore
    expect(marked(row('so lovely but slow', { tokens: ['so', 'lovely', 'but', 'slow'], spans }))).toEqual([
      ['lovely', 1],
      ['slow', 0.5],
    ]);
  });

  test('characters, and words wherever they stand', () => {
    expect(marked(row('屏幕很亮，但是太贵', { spans: [[2, 4], [7, 9]] }))).toEqual([['很亮', 1], ['太贵', 1]]); // prettier-ignore
    expect(marked(row('贵是贵，但好用', { words: ['贵', '好用'] }))).toEqual([['贵', 1], ['贵', 1], ['好用', 1]]); // prettier-ignore
    expect(marked(row('一般', { words: ['不存在', ''] }))).toEqual([]);
    expect(marked(row('一般', { words: [] }))).toEqual([]);
  });

  test('nothing where a row has no such field, or one of another kind', () => {
    expect(rationaleSpans(row('plain'))).toBeUndefined();
    expect(rationaleSpans(row('plain', { spans: 'none', words: [1], tokens: ['plain'] }))).toBeUndefined();
  });

  test('tokens that were rewritten stand nowhere', () => {
    expect(marked(row('he said “yes”', { tokens: ['he', 'said', '``', 'yes', "''"], rationale: [[2, 3], [3, 5]] }))).toEqual([
      ['yes', 1],
    ]); // prettier-ignore
  });
});

describe('counterfactual pairs', () => {
  const one = row('The plot is dull and the cast is bored.', { pair: 7 }, 'negative');
  const other = row('The plot is rich and the whole cast is awake.', { pair: 7 });
  test('differ in the words that were changed', () => {
    const differences = pairDifferences([one, row('alone', { pair: 8 }), other], segmentEnglish);
    const texts = (of: Row) => differences.get(of)!.map(({ start, end }) => of.text.slice(start, end));
    expect(texts(one)).toEqual(['dull', 'bored']);
    expect(texts(other)).toEqual(['rich', 'whole', 'awake']);
    expect(differences.size).toBe(2);
  });

  test('of one label turn nothing', () => {
    expect(pairDifferences([one, { ...other, label: 'negative' }], segmentEnglish).size).toBe(0);
  });
});

test('a word is marked when half of it is', () => {
  const words = [0, 4, 8, 12].map((start) => ({ start, end: start + 4 }));
  const spans = [
    { start: 2, end: 5, weight: 0.5 },
    { start: 8, end: 9, weight: 1 },
    { start: 8, end: 9, weight: 1 },
    { start: 12, end: 13, weight: 0.5 },
    { start: 15, end: 20, weight: 1 },
  ];
  expect([...markedWords(words, spans)]).toEqual([0.5, 0, 0, 1]);
});
