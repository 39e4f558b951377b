import { beforeAll, expect, test } from 'vitest';
import { gradientTimesInput } from './gradient-x-input';
import { learned } from './learned';
import { learnedGradient } from './learned-gradient';
import type { Reader } from '../forward-result';
import { markingReader, markProbability, scoresBy } from '../testing/marking-reader';
import { startTestBackend } from '../../model/testing/backend';

beforeAll(startTestBackend);

const WEIGHTS = [2, -1, 0.5];

/** The linear model of these weights, each word a vector of its weight and of 3, whose second half nothing hangs on. */
function reader(likely: readonly number[]): Reader {
  return Object.create(markingReader(WEIGHTS, likely), {
    gradients: {
      value: (ids: Int32Array, _mask: Float32Array, [factor]: Float32Array) => ({
        gradients: Float32Array.from([...ids].flatMap(() => [factor, 0])),
        vectors: Float32Array.from([...ids].flatMap((id) => [WEIGHTS[id - 1] ?? 7, 3])),
      }),
    },
  }) as Reader;
}

const scores = (likely: readonly number[], ids: readonly number[], label = 1, method = learnedGradient) =>
  scoresBy(method, reader(likely), ids, label);

test('a linear model: its weights, by how likely people mark the word to the power of 1.5; skipped words are 0', () => {
  const found = scores([1, 1.5, 0.2], [1, 0, 2, 3, 1]);
  const expected = [
    2 * markProbability(1) ** 1.5,
    0,
    -(markProbability(1.5) ** 1.5),
    0.5 * markProbability(0.2) ** 1.5,
  ];
  [...expected, expected[0]].forEach((score, word) => expect(found[word]).toBeCloseTo(score, 6));
});

test('for the other label the same with the other sign', () => {
  const [one, other] = [1, 0].map((label) => scores([1, 1.5, 0.2], [1, 2, 3], label));
  other.forEach((score, word) => expect(score).toBeCloseTo(-one[word], 6));
});

test('the product of the two methods; no word that is read, one word', () => {
  const [likely, ids] = [
    [0.3, 1.1, 0.8],
    [3, 2, 1, 0, 2],
  ];
  const [both, one, other] = [learnedGradient, gradientTimesInput, learned].map((of) => scores(likely, ids, 1, of));
  both.forEach((score, word) => expect(score).toBeCloseTo(other[word] ** 1.5 * one[word], 6));
  expect(scores(likely, [0, 0])).toEqual([0, 0]);
  expect(scores(likely, [1])).toHaveLength(1);
});
