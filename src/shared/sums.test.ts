import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumsOver, sumsOverSentences } from './sums';

const word = (text: string, start: number, score: number) => ({
  text,
  start,
  end: start + text.length,
  score,
  known: true,
});
const TEXT = 'Dull plot. I loved it!';
const WORDS = [
  word('Dull', 0, -1.5),
  word('plot', 5, -0.25),
  word('.', 9, 0.125),
  word('I', 11, 0),
  word('loved', 13, 2),
  word('it', 19, -0.5),
  word('!', 21, 0.25),
];

test('sentences have the sums of their words, for and against apart', () => {
  expect(sumsOverSentences({ text: TEXT, words: WORDS })).toEqual([
    { start: 0, end: 10, score: -1.625, for: 0.125, against: -1.75, from: 0, to: 3 },
    { start: 11, end: 22, score: 1.75, for: 2.25, against: -0.5, from: 3, to: 7 },
  ]);
});

test('a phrase has the words that start in it; none has the sum 0', () => {
  const [phrase, end, gap] = sumsOver({ words: WORDS }, [
    { start: 12, end: 20 },
    { start: 21, end: 22 },
    { start: 6, end: 8 },
  ]);
  expect(phrase).toMatchObject({ score: 1.5, from: 4, to: 6 });
  expect(end).toMatchObject({ score: 0.25, from: 6, to: 7 });
  expect(gap).toMatchObject({ score: 0, for: 0, against: 0, from: 2, to: 2 });
});

test('parts that cover a text share out every score once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 21 }), { maxLength: 6 }), (edges) => {
      const cuts = [0, ...edges.sort((a, b) => a - b), 22];
      const parts = sumsOver(
        { words: WORDS },
        cuts.slice(1).map((end, i) => ({ start: cuts[i], end })),
      );
      expect(parts.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(0.125, 9);
      expect(parts.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(WORDS.length);
    }),
  );
});
