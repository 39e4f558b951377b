import { expect, it } from 'vitest';
import { wordCounts } from './word-counts';

const vocabulary = { tokens: ['good', 'film', 'never'] };

it('counts texts, not words, by label, and a repeated text once', () => {
  const texts = [
    { label: 'positive', tokens: ['good', 'good', 'film'] },
    { label: 'positive', tokens: ['goodgood', 'film'] },
    { label: 'negative', tokens: ['film', 'good'] },
    { label: 'negative', tokens: ['film', 'bad'] },
    { label: 'mixed', tokens: ['film'] },
  ];
  expect(wordCounts(texts, ['negative', 'neutral', 'positive'], vocabulary)).toBe('1\t\t1\n2\t\t1\n\t\t\n');
});
