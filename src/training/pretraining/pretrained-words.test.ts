import { expect, it } from 'vitest';
import { Vocabulary } from '../../text/vocabulary';
import { withWordsOf } from './pretrained-words';

const start = {
  vocabulary: new Vocabulary(['the', 'of', 'rare', 'kept', 'odd'], false),
  // Two numbers in each row; rows 0 and 1 are padding and the unknown word.
  tensors: new Map([['embedding/embeddings', Float32Array.from({ length: 14 }, (_, i) => i)]]),
};
const often = (...tokens: string[]): string[][] => [1, 2, 3, 4].map(() => tokens);

it('replaces the rarest words that the new texts do not use by words that are missing', () => {
  const texts = [...often('🎉', 'kept', 'of'), ...often('😡'), ...often('😡'), ['once']];
  const { vocabulary, tensors } = withWordsOf(start, texts, { atMost: 9, seed: 1 });
  expect(vocabulary.tokens).toEqual(['the', 'of', '🎉', 'kept', '😡']);
  const vectors = tensors.get('embedding/embeddings')!;
  expect([...vectors.slice(0, 8)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect([...vectors.slice(10, 12)]).toEqual([10, 11]);
  const made = [...vectors.slice(8, 10), ...vectors.slice(12)];
  expect(made.every((value) => Math.abs(value) <= 0.1 && value !== 0)).toBe(true);
});

it('adds no more words than allowed, the most frequent first, and does not change its input', () => {
  const texts = [...often('🎉'), ...often('😡'), ...often('😡')];
  expect(withWordsOf(start, texts, { atMost: 1, seed: 1 }).vocabulary.tokens.at(-1)).toBe('😡');
  expect(withWordsOf(start, [['the']], { atMost: 9, seed: 1 })).toEqual(start);
  expect(start.vocabulary.tokens.at(-1)).toBe('odd');
});
