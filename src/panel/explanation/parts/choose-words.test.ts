import { expect, it } from 'vitest';
import type { PanelModel } from '../../wording/reading';
import { chooseWords, FEW } from './choose-words';

/** 60 words, the last the most important. */
const words = Array.from({ length: 60 }, (_, index) => ({ index, rank: 60 - index }));
const reading = { words, ranked: [...words].reverse() } as unknown as PanelModel;
const indices = (order: 'text' | 'sorted', all: boolean) => chooseWords(reading, order, all).map(({ index }) => index);

it('of many words the strongest are shown, in either order', () => {
  expect(indices('text', false)).toEqual(Array.from({ length: FEW }, (_, i) => 20 + i));
  expect(indices('sorted', false)).toEqual(Array.from({ length: FEW }, (_, i) => 59 - i));
});

it('on demand all are', () => {
  expect(indices('text', true)).toEqual(words.map(({ index }) => index));
  expect(indices('sorted', true)[0]).toBe(59);
});
