import { describe, expect, test } from 'vitest';
import { markedSpans, spansFor } from './marked-spans';

const TOKENS = ['It', "'s", 'a', 'lovely', ',', 'lovely', 'walk', '.'];
const TEXT = "It 's a lovely , lovely walk .";

/** The underlined texts and their weights. */
const marked = (text: string, fields: Record<string, unknown>) =>
  markedSpans({ text, fields }).map(({ start, end, weight }) => [text.slice(start, end), weight]);

describe('spans of tokens', () => {
  test('also the second of two equal words', () => {
    expect(marked(TEXT, { tokens: TOKENS, rationale: [[5, 7]] })).toEqual([['lovely walk', 1]]);
    expect(marked(TEXT, { tokens: TOKENS, rationale: [[3, 4], [5, 6]] })).toEqual([['lovely', 1], ['lovely', 1]]); // prettier-ignore
    expect(marked(TEXT, { tokens: TOKENS, rationale: [] })).toEqual([]);
  });

  test('tokens that were rewritten have no place', () => {
    const tokens = ['he', 'said', '``', 'yes', "''"];
    expect(marked('he said “yes”', { tokens, rationale: [[2, 3], [3, 5]] })).toEqual([['yes', 1]]); // prettier-ignore
    expect(marked(TEXT, { tokens: ['elsewhere'], rationale: [[0, 1]] })).toEqual([]);
  });
});

test('of phrases with degrees, takes single tokens that are not neutral, with the label that they support', () => {
  const spans = [[0, 1, 2], [3, 4, 4], [5, 6, 3], [6, 7, 1], [3, 7, 4]]; // prettier-ignore
  const fields = { tokens: TOKENS, spans };
  expect(marked(TEXT, fields)).toEqual([['lovely', 1], ['lovely', 0.5], ['walk', 0.5]]); // prettier-ignore
  const side = (label: string) =>
    spansFor(label, markedSpans({ text: TEXT, fields })).map(({ start, end }) => TEXT.slice(start, end));
  expect(side('positive')).toEqual(['lovely', 'lovely']);
  expect(side('very negative')).toEqual(['walk']);
  expect(side('neutral')).toEqual([]);
});

test('spans of characters; one that does not fit into the text is dropped', () => {
  expect(marked('电池很耐用，屏幕不错', { spans: [[2, 5], [8, 10]] })).toEqual([['很耐用', 1], ['不错', 1]]); // prettier-ignore
  expect(marked('电池很耐用', { spans: [[2, 4], [4, 4], [3, 9]] })).toEqual([['很耐', 1]]); // prettier-ignore
  expect(marked('电池很耐用', { spans: [] })).toEqual([]);
});

test('a span without a direction supports any label', () => {
  const spans = markedSpans({ text: '电池很耐用', fields: { spans: [[2, 5]] } });
  expect(spansFor('neutral', spans)).toEqual(spans);
  expect(spansFor(undefined, spans)).toEqual(spans);
});

test('opinion words, at every place where they occur', () => {
  expect(marked('油耗高，价格也高', { words: ['高'] })).toEqual([['高', 1], ['高', 1]]); // prettier-ignore
  expect(marked('油耗高', { words: ['', '不在'] })).toEqual([]);
});

test('nothing, where a row has no such column or one of another type', () => {
  expect(marked('plain', {})).toEqual([]);
  expect(marked('plain', { spans: 'none', words: [1], tokens: ['plain'] })).toEqual([]);
  expect(marked('plain', { spans: [[-1, 2]] })).toEqual([]);
});
