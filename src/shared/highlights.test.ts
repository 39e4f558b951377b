import { describe, expect, test } from 'vitest';
import { faintnessOf, highlightsOf, type Density, type Highlighted } from './highlights';

const sigma = (x: number) => 1 / (1 + Math.exp(-x));

/** Units of some words each, whose scores add up to the log-odds of the prediction. */
function explained(sizes: readonly (readonly [words: number, score: number])[], changes: Partial<Highlighted> = {}) {
  const scores = sizes.flatMap(([count, score]) => Array.from({ length: count }, () => score / count));
  const ends = sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, [count]) => sum + count, 0));
  const positive = sigma(sizes.reduce((sum, [, score]) => sum + score, 0));
  return {
    words: scores.map((score, at) => ({ text: 'word', start: 5 * at, end: 5 * at + 4, score, known: true })),
    phrases: sizes.map(([count, score], at) => ({ start: 5 * (ends[at] - count), end: 5 * ends[at] - 1, score })),
    signed: true,
    method: 'phrase-shapley',
    target: 'positive',
    probabilities: { negative: 1 - positive, positive },
    baseProbability: 0.5,
    ...changes,
  } satisfies Highlighted;
}

const steps = (explanation: Highlighted, density?: Density) =>
  highlightsOf(explanation, density).map(({ step }) => step);
const many = (scores: readonly number[]) => explained(scores.map((score) => [6, score] as const));

describe('in a text of few words', () => {
  test('steps go by the largest; what is weak beside it shows from eight points on, at "more" from three', () => {
    const explanation = explained([[4, 2.4], [1, -1], [2, 0.55], [1, 0.3], [1, 0.02]]); // prettier-ignore
    expect(steps(explanation)).toEqual([4, 2, 1, 0, 0]);
    expect(steps(explanation, 'fewer')).toEqual([4, 2, 1, 0, 0]);
    expect(steps(explanation, 'more')).toEqual([4, 2, 1, 1, 0]);
  });

  test('scores that are no points have steps by the largest alone', () => {
    const { phrases, ...rest } = explained([[1, 2], [1, -0.9], [1, 0.35]]); // prettier-ignore
    expect(phrases).toHaveLength(3);
    expect(steps({ ...rest, method: 'occlusion', baseProbability: undefined })).toEqual([4, 2, 0]);
  });

  test('nothing below three points is highlighted, and nothing may be left', () => {
    expect(steps(explained([[1, 0.11], [1, 0.05]]), 'more')).toEqual([0, 0]); // prettier-ignore
    expect(steps(explained([[1, 0.13], [1, 0.05]]), 'more')).toEqual([1, 0]); // prettier-ignore
  });

  test('what moves the prediction little is highlighted faintly, though nothing moves it more', () => {
    const first = (score: number) => steps(explained([[1, score], [1, 0.02]]))[0]; // prettier-ignore
    expect([0.13, 0.3, 0.5, 0.7, 2].map(first)).toEqual([1, 2, 3, 4, 4]);
    // 14.6 points, which are written as 15; 14.3 are not.
    expect([0.604, 0.59].map((score) => steps(explained([[1, score]]))[0])).toEqual([4, 3]);
    const faint = explained([[1, 0.3]]); // prettier-ignore
    expect(faintnessOf(faint, highlightsOf(faint))).toBe('few');
    const strong = explained([[1, 2]]); // prettier-ignore
    expect(faintnessOf(strong, highlightsOf(strong))).toBeUndefined();
    expect(faintnessOf(faint, [])).toBeUndefined();
  });
});

test('made faint, a highlight keeps its strength beside the others of its text', () => {
  const little = highlightsOf(explained([[1, 0.3], [1, 0.2], [1, -0.14]])); // prettier-ignore
  expect(little.map(({ step }) => step)).toEqual([2, 1, 1]);
  expect(little.map(({ strength }) => strength)).toEqual([4, 3, 2]);
  const [neutral] = highlightsOf({
    ...explained([[1, 2]]),
    target: 'neutral',
    probabilities: { negative: 0.1, neutral: 0.8, positive: 0.1 },
  });
  expect([neutral.step, neutral.strength]).toEqual([2, 4]);
  const long = highlightsOf(many([0.9, 0.8, 0.8, 0.8, 0.8, 0.79, 0.78, 0.77, 0.76, 0.75, 0.74]));
  expect(long.filter(({ strength }) => strength >= 3)).toHaveLength(5);
});

describe('of a neutral prediction', () => {
  const neutral = (sizes: Parameters<typeof explained>[0]) =>
    explained(sizes, { target: 'neutral', probabilities: { negative: 0.05, neutral: 0.9, positive: 0.05 } });

  test('what supports it is highlighted faintly, what contradicts it as ever', () => {
    const text = neutral([[2, 2.4], [1, 0.9], [1, -2]]); // prettier-ignore
    expect(steps(text)).toEqual([2, 2, 3]);
    expect(faintnessOf(text, highlightsOf(text))).toBe('neutral');
  });

  test('in a long text the strongest show all the same', () => {
    const found = steps(neutral([0.5, 0.48, 0.4, -0.37, 0.35, 0.33, 0.31, 0.3, 0.29].map((score) => [8, score])));
    expect(found).toEqual([2, 2, 2, 3, 2, 2, 2, 2, 0]);
  });

  test('of one label rather than another it supports that one', () => {
    const text = { ...neutral([[2, 2.4]]), against: 'negative' }; // prettier-ignore
    expect(steps(text)).toEqual([4]);
  });
});

describe('in a text of many words', () => {
  const scores = [0.5, 0.48, 0.4, -0.37, 0.35, 0.33, -0.31, 0.3, 0.29, 0.28, 0.05, 0.01];

  test('the eight strongest show: the first two of step 4, three of step 3, the rest of step 2', () => {
    expect(steps(many(scores))).toEqual([4, 4, 3, 3, 3, 2, 2, 2, 0, 0, 0, 0]);
  });

  test('one that is far stronger than the rest leaves them visible', () => {
    expect(steps(many([3, 0.6, 0.5, 0.49, 0.48, 0.47, -0.46, 0.45, 0.01, 0.01, 0.01]))).toEqual([4, 3, 3, 3, 3, 2, 2, 2, 0, 0, 0]); // prettier-ignore
  });

  test('"fewer" shows three, "more" all that move the prediction by three points', () => {
    expect(steps(many(scores), 'fewer').filter((step) => step > 0)).toEqual([4, 4, 3]);
    expect(steps(many(scores), 'more')).toEqual([4, 4, 3, 3, 3, 2, 2, 2, 1, 1, 0, 0]);
  });

  test('of a method that scores words, too', () => {
    const { words, ...rest } = many(scores);
    const byWord = { ...rest, words, phrases: undefined, method: 'occlusion', baseProbability: undefined } as const;
    expect(highlightsOf(byWord).filter(({ step }) => step > 0)).toHaveLength(8);
  });
});

test('ranks are of what can be highlighted; points and sides are those of the scores', () => {
  const explanation = explained([[1, 1], [1, -2], [1, 0.5]]); // prettier-ignore
  const words = explanation.words.map((word, at) => (at === 2 ? { ...word, text: '...' } : word));
  const found = highlightsOf({ ...explanation, words });
  expect(found.map(({ rank }) => rank)).toEqual([2, 1, undefined]);
  expect(found.map(({ direction }) => direction)).toEqual(['for', 'against', 'for']);
  expect(found.map(({ points }) => Math.sign(points!))).toEqual([1, -1, 1]);
  expect(found[2].step).toBe(0);
});

test('words of grammar alone are ranked last and never highlighted', () => {
  const explanation = explained([[1, 1], [1, -2], [1, 0.5]]); // prettier-ignore
  const words = explanation.words.map((word, at) => (at === 1 ? { ...word, text: 'am' } : word));
  const found = highlightsOf({ ...explanation, words }, 'more');
  expect(found.map(({ rank }) => rank)).toEqual([1, 3, 2]);
  expect(found.map(({ step }) => step > 0)).toEqual([true, false, true]);
});

test('attention has to be 1.5 times the even share, and has neither points nor a side', () => {
  const attention = (scores: readonly number[]): Highlighted => ({
    ...explained(scores.map((score) => [1, score] as const)),
    phrases: undefined,
    signed: false,
    method: 'attention',
    baseProbability: undefined,
  });
  expect(steps(attention([0.55, 0.45]))).toEqual([0, 0]);
  expect(steps(attention([1, 0]))).toEqual([4, 0]);
  expect(highlightsOf(attention([1, 0]))[0]).not.toHaveProperty('points');
  expect(highlightsOf(attention([1, 0]))[0].direction).toBe('none');
});
