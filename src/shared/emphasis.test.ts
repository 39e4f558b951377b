import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emphasise, pushesTo } from './emphasis';
import { toneOf } from './tone';
import type { Explanation } from './explanation';
import type { Method } from './methods';

function marks(scores: readonly number[], signed: boolean, method: Method) {
  const words = scores.map((score, i) => ({ text: 'w', start: 2 * i, end: 2 * i + 1, score, known: true }));
  const probabilities = { negative: 0.3, positive: 0.7 };
  return emphasise({ words, signed, method, probabilities, target: 'positive' }, 'more');
}
const steps = (scores: readonly number[], signed: boolean, method: Method) =>
  marks(scores, signed, method).map(({ step }) => step);

describe('steps', () => {
  test('begin at .10, .25, .50 and .75 of the largest score', () => {
    const scores = [1, 0.75, 0.7499, 0.5, 0.4999, 0.25, 0.2499, 0.1, 0.0999, 0];
    expect(steps(scores, false, 'state-distance')).toEqual([4, 4, 3, 3, 2, 2, 1, 1, 1, 0]);
  });

  test('follow the size of a signed score, and its sign says for or against', () => {
    const emphasis = marks([-2, 1, -0.4], true, 'gradient-x-input');
    expect(emphasis.map(({ step }) => step)).toEqual([4, 3, 1]);
    expect(emphasis.map(({ direction }) => direction)).toEqual(['against', 'for', 'against']);
  });

  test('treat a negative state distance as zero', () => {
    expect(steps([0.9, -0.8, 0.3], false, 'state-distance')).toEqual([4, 0, 2]);
    expect(marks([0.9, -0.8], false, 'state-distance')[1].direction).toBe('none');
  });

  test('are all 0 where no word stands out', () => {
    expect(steps([0.0499, -0.03], true, 'gradient-x-input')).toEqual([0, 0]);
    expect(steps([0.05, -0.03], true, 'gradient-x-input')).toEqual([4, 3]);
    expect(steps([0.0499, 0.02], false, 'state-distance')).toEqual([0, 0]);
    expect(steps([0, 0], false, 'state-distance')).toEqual([0, 0]);
    expect(steps([-0.3, -0.1], false, 'state-distance')).toEqual([0, 0]);
    expect(steps([], true, 'gradient-x-input')).toEqual([]);
  });

  test('of attention ask for 1.5 times the even share, or a word that is alone', () => {
    expect(steps(Array<number>(100).fill(0.01), false, 'attention')).toEqual(Array(100).fill(0));
    const peaked = [0.03, ...Array<number>(97).fill(0.01)];
    expect(steps(peaked, false, 'attention')[0]).toBe(4);
    expect(steps([0.55, 0.45], false, 'attention')).toEqual([0, 0]);
    expect(steps([1, 0], false, 'attention')).toEqual([4, 0]);
  });
});

test('words of a phrase have its step and side; they rank by it, then by their own scores', () => {
  const scores = [0.5, 1.5, -0.6];
  const emphasis = emphasise({
    words: scores.map((score, i) => ({ text: 'w', start: 2 * i, end: 2 * i + 1, score, known: true })),
    phrases: [
      { start: 0, end: 3, score: 2 },
      { start: 4, end: 5, score: -0.6 },
    ],
    signed: true,
    method: 'phrase-shapley',
    target: 'positive',
    probabilities: { negative: 0.2, positive: 0.8 },
    baseProbability: 0.5,
  });
  expect(emphasis.map(({ step }) => step)).toEqual([4, 4, 2]);
  expect(emphasis.map(({ direction }) => direction)).toEqual(['for', 'for', 'against']);
  expect(emphasis.map(({ rank }) => rank)).toEqual([2, 1, 3]);
});

test('ranks are a permutation that goes from large to small, equals in text order', () => {
  expect(marks([1, -3, 1, 2], true, 'gradient-x-input').map(({ rank }) => rank)).toEqual([3, 1, 4, 2]);
  expect(marks([1, -3, 1, 2], false, 'state-distance').map(({ rank }) => rank)).toEqual([2, 4, 3, 1]);
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -9, max: 9 })), (scores) => {
      const ranks = marks(scores, true, 'gradient-x-input').map(({ rank }) => rank);
      expect([...ranks].sort((a, b) => a - b)).toEqual(scores.map((_, i) => i + 1));
    }),
  );
});

describe('colours', () => {
  const explanation = (probabilities: Record<string, number>, target: string) =>
    ({ probabilities, target }) as unknown as Explanation;

  test('a word against the target pushes to the likeliest other label; a saliency pushes nowhere', () => {
    const three = explanation({ negative: 0.1, neutral: 0.3, positive: 0.6 }, 'positive');
    expect(pushesTo(three, 'for')).toBe('positive');
    expect(pushesTo(three, 'against')).toBe('neutral');
    expect(pushesTo({ ...three, against: 'negative' }, 'against')).toBe('negative');
    expect(pushesTo(three, 'none')).toBeUndefined();
    expect(pushesTo(explanation({ negative: 0.1, positive: 0.9 }, 'positive'), 'against')).toBe('negative');
  });

  test('a tone is the side of the list on which a label stands', () => {
    const tones = (labels: string[]) => {
      const of = explanation(Object.fromEntries(labels.map((label) => [label, 0])), labels[0]);
      return labels.map((label) => toneOf(of, label));
    };
    expect(tones(['negative', 'positive'])).toEqual(['negative', 'positive']);
    expect(tones(['负评', '中评', '正评'])).toEqual(['negative', 'neutral', 'positive']);
    expect(tones(['--', '-', 'o', '+', '++'])).toEqual(['negative', 'negative', 'neutral', 'positive', 'positive']);
  });
});
