import { expect, test } from 'vitest';
import { substituteCandidates } from './substitute-candidates';
import { writtenLike } from './replacements';

/** Vectors of a sentiment (first) and a topic (second and third); adjectives by their forms in -ly. */
const VECTORS: Readonly<Record<string, readonly [number, number, number]>> = {
  good: [2, 1, 0],
  bad: [-2, 1, 0.1],
  nice: [1, 1, 0.1],
  wet: [-1, -1, 0],
  film: [0, 1, 0],
  badly: [-2, 1, 0],
  not: [-2, 1, 0],
  goodly: [2, 1, 0],
  nicely: [1, 1, 0],
  wetly: [-1, -1, 0],
};

/** So many words that mean nothing stand in front of some. */
function vocabulary(gap: number) {
  const filler = Array.from({ length: gap }, (_, i) => `#${i}`);
  const [first, ...others] = Object.keys(VECTORS);
  const tokens = [first, ...filler, ...others];
  const rows = ['', '', ...tokens].map((token) => VECTORS[token] ?? [0, 0, 0]);
  const has = (token: string) => tokens.includes(token);
  return { tokens, has, reserved: 2, dimension: 3, vectors: Float32Array.from(rows.flat()) };
}

// The prediction's logit grows with the sentiment.
const GRADIENT = Float32Array.of(1, 0, 0);
const found = (gap: number) =>
  substituteCandidates(vocabulary(gap), 2, GRADIENT, 'en').map(({ token, gain }) => [token, gain]);

test('adjectives for an adjective, the one that turns the prediction most first; no adverb, noun or negation', () => {
  expect(found(0)).toEqual([
    ['bad', -4],
    ['wet', -3],
    ['nice', -1],
  ]);
});

test('words of another frequency are left out', () => {
  expect(found(200)).toHaveLength(3);
  expect(found(400)).toEqual([]);
});

test('a word that holds the sentence together has none', () => {
  const words = vocabulary(0);
  expect(substituteCandidates(words, words.tokens.indexOf('not') + 2, GRADIENT, 'en')).toEqual([]);
});

test('is written as the word was in whose place it comes', () => {
  expect(['good', 'Good', 'GOOD', 'I', '好'].map((word) => writtenLike('bad', word))).toEqual([
    'bad',
    'Bad',
    'BAD',
    'Bad',
    'bad',
  ]);
});
