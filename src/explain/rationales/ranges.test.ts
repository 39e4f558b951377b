import { expect, test } from 'vitest';
import { segmentEnglish } from '../../text/english';
import { rationaleRanges } from './ranges';
import { wordsChanged, wordsIn } from './words';

const marked = (text: string, fields: Record<string, unknown>) =>
  rationaleRanges({ text, fields })?.map(({ start, end }) => text.slice(start, end));

const TOKENS = ['It', "'s", 'a', 'lovely', ',', 'lovely', 'walk', '.'];
const TEXT = "It 's a lovely , lovely walk .";

test('token spans, the second of two equal words too', () => {
  expect(marked(TEXT, { tokens: TOKENS, rationale: [[5, 7]] })).toEqual(['lovely walk']);
  expect(
    marked(TEXT, {
      tokens: TOKENS,
      rationale: [
        [3, 4],
        [5, 6],
      ],
    }),
  ).toEqual(['lovely', 'lovely']);
  expect(marked(TEXT, { tokens: TOKENS, rationale: [] })).toBeUndefined();
  expect(marked(TEXT, { tokens: ['elsewhere'], rationale: [[0, 1]] })).toBeUndefined();
});

test('of phrases with degrees, the single tokens on the side of the label', () => {
  const spans = [
    [0, 1, 2],
    [3, 4, 4],
    [5, 6, 3],
    [6, 7, 1],
    [3, 7, 4],
  ];
  expect(marked(TEXT, { tokens: TOKENS, spans, label: 'positive' })).toEqual(['lovely', 'lovely']);
  expect(marked(TEXT, { tokens: TOKENS, spans, label: 'negative' })).toEqual(['walk']);
  expect(marked(TEXT, { tokens: TOKENS, spans, label: 'neutral' })).toBeUndefined();
});

test('spans of characters, those that overlap as one', () => {
  expect(
    marked('电池很耐用，屏幕不错', {
      spans: [
        [2, 5],
        [8, 10],
      ],
    }),
  ).toEqual(['很耐用', '不错']);
  expect(
    marked('电池很耐用', {
      spans: [
        [2, 4],
        [3, 5],
      ],
    }),
  ).toEqual(['很耐用']);
  expect(marked('电池很耐用', { spans: [] })).toBeUndefined();
});

test('opinion words wherever they stand', () => {
  expect(marked('油耗高，价格也高', { words: ['高'] })).toEqual(['高', '高']);
  expect(marked('油耗高', { words: [''] })).toBeUndefined();
  expect(marked('油耗高', { words: [] })).toBeUndefined();
  expect(marked('油耗高', {})).toBeUndefined();
});

test('a word belongs to a rationale from half of it on', () => {
  const words = segmentEnglish('abcd efgh ijk');
  expect(wordsIn(words, [{ start: 2, end: 6 }])).toEqual([true, false, false]);
  expect(
    wordsIn(words, [
      { start: 1, end: 2 },
      { start: 10, end: 12 },
    ]),
  ).toEqual([false, false, true]);
});

test('the words that a twin has not are its rationale', () => {
  const [one, twin] = ['A dull film, I left early.', 'a gripping film, I never left early.'].map(segmentEnglish);
  expect(one.filter((_, i) => wordsChanged(one, twin)[i]).map(({ text }) => text)).toEqual(['dull']);
  expect(twin.filter((_, i) => wordsChanged(twin, one)[i]).map(({ text }) => text)).toEqual(['gripping', 'never']);
});
