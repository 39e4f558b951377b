import { beforeAll, expect, test } from 'vitest';
import { learned } from './learned';
import { learnedOcclusion } from './learned-occlusion';
import { occlusion } from './occlusion';
import type { Reader } from '../forward-result';
import { markingReader, markProbability, scoresBy } from '../testing/marking-reader';
import { startTestBackend } from '../../model/testing/backend';

beforeAll(startTestBackend);

const scores = (reader: Reader, ids: readonly number[], method = learnedOcclusion) => scoresBy(method, reader, ids);

test('a linear model: its weights, by how likely people mark the word to the power of 1.5; skipped words are 0', () => {
  const reader = markingReader([2, -1, 0.5], [1, 1.5, 0.2]);
  const found = scores(reader, [1, 0, 2, 3, 1]);
  const expected = [
    2 * markProbability(1) ** 1.5,
    0,
    -(markProbability(1.5) ** 1.5),
    0.5 * markProbability(0.2) ** 1.5,
  ];
  [...expected, expected[0]].forEach((score, word) => expect(found[word]).toBeCloseTo(score, 6));
});

test('the product of the two methods, of the 50 likeliest words of a longer text', () => {
  const weights = Array.from({ length: 120 }, (_, word) => Math.sin(word));
  const likely = weights.map((_, word) => ((word * 37) % 120) / 60);
  const reader = markingReader(weights, likely);
  const ids = weights.map((_, word) => word + 1);
  const [both, one, other] = [scores(reader, ids), scores(reader, ids, occlusion), scores(reader, ids, learned)];
  const bound = [...other].sort((a, b) => b - a)[50 - 1];
  both.forEach((score, word) => {
    const expected = other[word] >= bound ? other[word] ** 1.5 * one[word] : 0;
    expect(score).toBeCloseTo(expected, 6);
  });
  expect(both.filter((score) => score !== 0)).toHaveLength(50);
});

test('a text of which no word is read, or of one word, or too long for one piece', () => {
  const reader = markingReader([2], [1]);
  expect(scores(reader, [0, 0])).toEqual([0, 0]);
  expect(scores(reader, [1])[0]).toBeCloseTo(2 * 0.5 ** 1.5, 6);
  const long = scores(
    reader,
    Array.from({ length: 2_000 }, () => 1),
  );
  expect(long.filter((score) => score !== 0)).toHaveLength(50);
});
