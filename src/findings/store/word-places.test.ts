import { expect, test } from 'vitest';
import { isNounPlace, tokensIn } from './tokens';

const nounsOf = (text: string): string[] => {
  const tokens = tokensIn(text);
  return tokens.flatMap(({ word }, at) => (isNounPlace(tokens, at, text, 'en', undefined) ? [word] : []));
};

test('adverbs and verbs are no nouns, wherever they stand', () => {
  expect(nounsOf('The doctor listened and took my worries seriously.')).not.toContain('listened');
  expect(nounsOf('The doctor listened and took my worries seriously.')).not.toContain('seriously');
});

test('a verb after its noun is none', () => {
  expect(nounsOf('The lift broke, and nobody came.')).toEqual(['lift']);
});

test('nouns that end like them are', () => {
  expect([nounsOf('I came with my family.'), nounsOf('The bed was hard.')]).toEqual([['family'], ['bed']]);
});
