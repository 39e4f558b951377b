import { expect, it } from 'vitest';
import type { ShownExplanation } from '../../wording/reading';
import { chooseWords, FEW_WORDS } from './choose-words';

const unit = { value: ({ score }: { score: number }) => score, figure: (value: number) => value.toFixed(0) };
/** Each the more important, the later it stands. */
function readingOf(words: readonly { text: string; score: number; attention?: number }[]): ShownExplanation {
  const all = words.map((word, index) => ({ ...word, index, known: true, rank: words.length - index }));
  return { words: all, ranked: [...all].reverse(), unit, evenShare: 1 / words.length } as unknown as ShownExplanation;
}
const words = Array.from({ length: 60 }, (_, index) => ({ text: 'word', score: 1 + index }));
const reading = readingOf(words);
const indices = (order: 'text' | 'sorted', all: boolean) => chooseWords(reading, order, all).map(({ index }) => index);

it('of many words the strongest are shown, in either order', () => {
  expect(indices('text', false)).toEqual(Array.from({ length: FEW_WORDS }, (_, i) => 20 + i));
  expect(indices('sorted', false)).toEqual(Array.from({ length: FEW_WORDS }, (_, i) => 59 - i));
});

it('signs, and words whose bars would be empty, are shown on demand', () => {
  const some = readingOf([
    { text: 'the', score: 0.2, attention: 0.1 },
    { text: 'looked', score: 0.2, attention: 0.5 },
    { text: 'awful', score: 30 },
    { text: '!', score: 40 },
  ]);
  expect(chooseWords(some, 'text', false).map(({ text }) => text)).toEqual(['looked', 'awful']);
  expect(chooseWords(some, 'text', true)).toHaveLength(4);
});

it('where all would be empty, they are shown', () => {
  expect(chooseWords(readingOf([{ text: 'the', score: 0 }]), 'text', false)).toHaveLength(1);
});

it('on demand all are', () => {
  expect(indices('text', true)).toEqual([...words.keys()]);
  expect(indices('sorted', true)[0]).toBe(59);
});
