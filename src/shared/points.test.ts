import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointsOf, pointsText, shareOfTarget, type ScoredExplanation } from './points';

const sigma = (x: number) => 1 / (1 + Math.exp(-x));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Two labels, whose log-odds are the scores' sum above `start`. */
function additive(scores: readonly number[], start = 0, changes: Partial<ScoredExplanation> = {}): ScoredExplanation {
  const positive = sigma(start + sum(scores));
  return {
    words: scores.map((score, at) => ({ text: 'w', start: 2 * at, end: 2 * at + 1, score, known: true })),
    signed: true,
    target: 'positive',
    probabilities: { negative: 1 - positive, positive },
    baseProbability: sigma(start),
    ...changes,
  };
}

/** The mean step of each part over all orders, by trying every set of the others. */
function shapley(scores: readonly number[], start: number): number[] {
  const count = scores.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return scores.map((own, part) => {
    const others = scores.filter((_, other) => other !== part);
    let mean = 0;
    for (let set = 0; set < 2 ** others.length; set++) {
      const there = others.filter((_, at) => set & (1 << at));
      const weight = (factorial(there.length) * factorial(count - there.length - 1)) / factorial(count);
      const before = start + sum(there);
      mean += weight * (sigma(before + own) - sigma(before));
    }
    return 100 * mean;
  });
}

describe('points', () => {
  test('add up from the empty text to the text, however large the scores are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (scores, start) => {
          const points = pointsOf(additive(scores, start))!;
          if (points.from === undefined) return;
          expect(sum(points.words)).toBeCloseTo(100 * (points.to - points.from), 3);
          points.words.forEach((value) => expect(Math.abs(value)).toBeLessThan(101));
        },
      ),
    );
  });

  test('are the mean steps over all orders: of up to eight parts exactly, of more to two points', () => {
    for (const [scores, start] of [
      [[3, -2.5], -0.24],
      [[2.3, 1.8, 0.3], -0.8],
      [[5.15, 0.87, -0.84, -0.68], -0.76],
      [[1, 1, 1, -2, 0.5, 0.2, -0.1], 0],
      [[0.4], -0.4],
      [[1.2, -0.8, 0.6, 0.5, -0.4, 0.3, 0.9, -1, 0.2, 0.4, -0.3], -0.5],
    ] as const) {
      const found = pointsOf(additive(scores, start))!.words;
      shapley(scores, start).forEach((exact, part) =>
        expect(Math.abs(found[part] - exact)).toBeLessThan(scores.length > 8 ? 2 : 1e-6),
      );
    }
  });

  test('have the signs of the scores, and on each side their order', () => {
    const scores = [2, -0.5, 0, 1, -1.5];
    const { words } = pointsOf(additive(scores))!;
    expect(words.map(Math.sign)).toEqual(scores.map(Math.sign));
    expect(words[0]).toBeGreaterThan(words[3]);
    expect(words[4]).toBeLessThan(words[1]);
  });

  test('read scores of a calibrated model in its probabilities', () => {
    const flat = { probabilities: { negative: 1 - sigma(1), positive: sigma(1) }, baseProbability: 0.5 };
    const { words, from } = pointsOf(additive([1.5, 0.5], 0, flat))!;
    expect(from).toBe(0.5);
    expect(sum(words)).toBeCloseTo(100 * (sigma(1) - 0.5), 6);
  });

  test('claim no start where the scores cancel out, or the method has none', () => {
    const cancelled = { probabilities: { negative: 0.1, positive: 0.9 }, baseProbability: 0.3 };
    expect(pointsOf(additive([2, -1.999], 0, cancelled))!.from).toBeUndefined();
    expect(pointsOf(additive([2], 0, { baseProbability: undefined }))!.from).toBeUndefined();
    expect(pointsOf(additive([2], 0, { baseProbability: undefined }))!.words[0]).toBeCloseTo(100 * (sigma(2) - 0.5), 3);
  });

  test('of a phrase are those of its words together', () => {
    const phrases = [{ start: 0, end: 3, score: 1.5 }, { start: 6, end: 7, score: -0.5 }]; // prettier-ignore
    const { words, phrases: ofPhrases } = pointsOf(additive([1, 0.5, 0, -0.5], 0, { phrases }))!;
    expect(words[0]).toBeCloseTo(2 * words[1], 6);
    expect(words[0] + words[1]).toBeCloseTo(ofPhrases![0], 6);
    expect(words[2]).toBe(0);
    expect(words[3]).toBeCloseTo(ofPhrases![1], 6);
  });

  test('there are none of a saliency', () => {
    expect(pointsOf(additive([1], 0, { signed: false }))).toBeUndefined();
  });
});

test('of one label rather than another the probability is its share of the two', () => {
  const probabilities = { negative: 0.2, neutral: 0.5, positive: 0.3 };
  expect(shareOfTarget({ probabilities, target: 'positive' })).toBe(0.3);
  expect(shareOfTarget({ probabilities, target: 'positive', against: 'negative' })).toBeCloseTo(0.6);
});

test('points are written whole, with their sign', () => {
  expect([17.4, -8, 0.4, -0.4, 0.6].map(pointsText)).toEqual(['+17', '−8', '0', '0', '+1']);
});
