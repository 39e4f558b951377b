import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedWords } from './marked-words';

test('a word counts as underlined when half of it is, with the largest weight of the spans that touch it', () => {
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

test('gives the same as counting the units one by one', () => {
  const stretch = fc.tuple(fc.nat(29), fc.integer({ min: 1, max: 8 })).map(([start, length]) => ({ start, end: start + length })); // prettier-ignore
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 5 }), stretch, (ranges, word) => {
      const units = Array.from({ length: word.end - word.start }, (_, i) => word.start + i);
      const inside = units.filter((unit) => ranges.some(({ start, end }) => start <= unit && unit < end)).length;
      const spans = ranges.map((range) => ({ ...range, weight: 1 }));
      expect(markedWords([word], spans)[0] > 0).toBe(2 * inside >= units.length);
    }),
  );
});
