import { describe, expect, test } from 'vitest';
import type { LoadedModel } from '../explain';
import { explanationWith, noStep } from '../testing/linear-explanation';
import { linearSubject } from '../testing/linear-subject';
import { wordsInShare } from './bins';
import { percentiles10to90 } from './percentiles';
import { measureFaithfulness } from './report';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const six = (value: number) => Number(value.toPrecision(6));

const WEIGHTS = { good: 2, great: 1, fine: 0.5, dull: -1, the: 0 };
const TEXT = 'the good great fine dull';
/** Not quite the weights: all three that support it are highlighted. */
const SCORES = [0, 2, 1, 0.8, -1];

describe('a linear model, reckoned by hand', () => {
  const subject = linearSubject(WEIGHTS);
  const explanation = explanationWith(subject, TEXT, SCORES);
  const measured = () => measureFaithfulness(subject, explanation, noStep);
  const whole = sigmoid(2.5);

  test('bins of five words: one word, and at 50 % three', async () => {
    const { bins } = await measured();
    expect(bins.map(({ share, words }) => [share, words])).toEqual([
      [0.01, 1],
      [0.05, 1],
      [0.1, 1],
      [0.2, 1],
      [0.5, 3],
    ]);
    expect(bins[0]).toMatchObject({
      comprehensiveness: six(whole - sigmoid(0.5)),
      sufficiency: six(whole - sigmoid(2)),
    });
    expect(bins[4]).toMatchObject({
      comprehensiveness: six(whole - sigmoid(-1)),
      sufficiency: six(whole - sigmoid(3.5)),
    });
  });

  test('the faithfulness is the mean of the five bins', async () => {
    const { faithfulness } = await measured();
    expect(faithfulness!.comprehensiveness).toBeCloseTo(whole - (4 * sigmoid(0.5) + sigmoid(-1)) / 5, 5);
    expect(faithfulness!.sufficiency).toBeCloseTo(whole - (4 * sigmoid(2) + sigmoid(3.5)) / 5, 5);
  });

  test('the curve goes from all words to none, in the order of the scores', async () => {
    const { curve } = await measured();
    const left = [2.5, 0.5, -0.5, -1, -1, 0];
    for (const { removed, probability } of curve) expect(probability).toBeCloseTo(sigmoid(left[removed]), 5);
    const at = (removed: number, value: number) => ({ removed, probability: value, random: value, randomRange: [value, value] }); // prettier-ignore
    expect(curve[0]).toEqual(at(0, six(whole)));
    expect(curve.at(-1)).toEqual(at(5, 0.5));
  });

  test('the plain reading removes the marked words that support the target', async () => {
    const { reading } = await measured();
    expect(reading).toMatchObject({ words: [1, 2, 3], from: six(whole), to: six(sigmoid(-1)) });
  });

  test('random orders come as near to the mean of all orders as their standard error says', async () => {
    const { faithfulness, reading } = await measured();
    const weights = [0, 2, 1, 0.5, -1];
    const pairs = weights.flatMap((a, i) => weights.slice(i + 1).map((b) => a + b));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    // Without three of five words two are left; all pairs are as likely.
    const withoutThree = mean(pairs.map((left) => sigmoid(left)));
    const withoutOne = mean(weights.map((gone) => sigmoid(2.5 - gone)));
    const { random } = faithfulness!;
    const { standardError, orders } = random;
    expect(standardError.comprehensiveness).toBeLessThanOrEqual(0.025);
    expect(standardError.sufficiency).toBeLessThanOrEqual(0.025);
    expect(orders).toBeGreaterThanOrEqual(5);
    const expected = whole - (4 * withoutOne + withoutThree) / 5;
    expect(Math.abs(random.comprehensiveness - expected)).toBeLessThan(4 * standardError.comprehensiveness);
    expect(Math.abs(reading.randomTo - withoutThree)).toBeLessThan(4 * reading.randomError);
  });

  test('the middle of the random orders lies among what any order gives, around their mean', async () => {
    const { reading, curve } = await measured();
    const [low, high] = reading.randomRange;
    expect(low).toBeGreaterThanOrEqual(six(sigmoid(-1)));
    expect(high).toBeLessThanOrEqual(six(sigmoid(3)));
    expect(low).toBeLessThan(reading.randomTo);
    expect(high).toBeGreaterThan(reading.randomTo);
    expect(curve.find(({ removed }) => removed === 3)?.randomRange).toEqual([low, high]);
    expect(curve.at(-1)?.randomRange).toEqual([0.5, 0.5]);
  });

  test('the same bytes every time, and others for another text', async () => {
    expect(JSON.stringify(await measured())).toBe(JSON.stringify(await measured()));
    const other = explanationWith(subject, 'good great fine dull the', [2, 1, 0.5, -1, 0]);
    expect((await measureFaithfulness(subject, other, noStep)).faithfulness!.random).not.toEqual(
      (await measured()).faithfulness!.random,
    );
  });

  test('for the other label the words that support it go first', async () => {
    const against = explanationWith(subject, TEXT, [0, -2, -1, -0.5, 1], { target: 'negative' });
    const { reading } = await measureFaithfulness(subject, against, noStep);
    expect(reading).toMatchObject({ words: [4], from: six(1 - whole), to: six(1 - sigmoid(3.5)) });
  });
});

test('where every word weighs the same all orders do the same: the range is a point', async () => {
  const even = linearSubject({ good: 0.3 });
  const trust = await measureFaithfulness(
    even,
    explanationWith(even, 'good '.repeat(10).trim(), Array(10).fill(1)),
    noStep,
  );
  for (const { removed, random, randomRange } of trust.curve.filter((point) => point.random !== undefined)) {
    expect(random).toBeCloseTo(sigmoid(0.3 * (10 - removed)), 5);
    expect(randomRange).toEqual([random, random]);
  }
});

test('where one word of twenty decides, orders that remove half of them fall apart', async () => {
  const words = Array.from({ length: 20 }, (_, i) => (i === 7 ? 'huge' : 'the'));
  const decided = linearSubject({ huge: 10, the: 0 });
  const scores = words.map((word) => (word === 'huge' ? 10 : 0));
  const { curve } = await measureFaithfulness(decided, explanationWith(decided, words.join(' '), scores), noStep);
  const [low, high] = curve.find(({ removed }) => removed === 10)!.randomRange!;
  expect(high).toBe(six(sigmoid(10)));
  expect(low).toBeLessThan(0.75);
});

test('the middle 80 % of values', () => {
  expect(percentiles10to90([11, 1, 2, 10, 4, 5, 6, 7, 8, 9, 3])).toEqual([2, 10]);
  expect(percentiles10to90([1, 0]).map(six)).toEqual([0.1, 0.9]);
  expect(percentiles10to90([0.3])).toEqual([0.3, 0.3]);
});

describe('any text', () => {
  const subject = linearSubject(WEIGHTS, 0.25);

  test('of one word: without it the model reads nothing', async () => {
    const trust = await measureFaithfulness(subject, explanationWith(subject, 'good', [2]), noStep);
    const loss = six(sigmoid(2.25) - sigmoid(0.25));
    expect(trust.faithfulness).toMatchObject({ comprehensiveness: loss, sufficiency: 0 });
    expect(trust.faithfulness!.random).toMatchObject({ comprehensiveness: loss, sufficiency: 0 });
    expect(trust.reading).toMatchObject({ to: six(sigmoid(0.25)), randomError: 0 });
    expect(trust.curve.map(({ removed }) => removed)).toEqual([0, 1]);
  });

  test('of which the model reads no word: nothing is claimed', async () => {
    const trust = await measureFaithfulness(subject, explanationWith(subject, 'zebra lion', [0, 0]), noStep);
    expect(trust.words).toBe(0);
    expect(trust.faithfulness).toBeUndefined();
    expect(trust.bins).toEqual([]);
    expect(trust.reading).toMatchObject({ words: [], from: six(sigmoid(0.25)), to: six(sigmoid(0.25)) });
  });

  test('with skipped words: they are not counted, and stay', async () => {
    const trust = await measureFaithfulness(subject, explanationWith(subject, 'zebra good lion', [0, 2, 0]), noStep);
    expect(trust.words).toBe(1);
    expect(trust.curve).toHaveLength(2);
  });

  test('in which nothing stands out: no words to remove', async () => {
    const { reading } = await measureFaithfulness(
      subject,
      explanationWith(subject, 'good great', [0.01, 0.02]),
      noStep,
    );
    expect(reading.words).toEqual([]);
    expect(reading.to).toBe(reading.from);
    expect(reading.randomTo).toBe(reading.from);
  });

  test('of 2,000 words: in a bounded number of passes', async () => {
    let read = 0;
    const counting: LoadedModel = Object.create(subject, {
      forward: {
        value: (...[ids, mask]: Parameters<LoadedModel['forward']>) => {
          read += ids.length;
          return subject.forward(ids, mask);
        },
      },
    });
    const words = Array.from({ length: 2_000 }, (_, i) => Object.keys(WEIGHTS)[i % 5]);
    const scores = words.map((word) => WEIGHTS[word as keyof typeof WEIGHTS]);
    const trust = await measureFaithfulness(counting, explanationWith(counting, words.join(' '), scores), noStep);
    expect(trust.bins.map(({ words }) => words)).toEqual([20, 100, 200, 400, 1_000]);
    expect(read).toBeLessThan(120_000);
  });
});

test('an abort ends the work at its next step', async () => {
  const subject = linearSubject(WEIGHTS);
  let steps = 0;
  const abort = new Error('not wanted');
  const step = () => (++steps > 3 ? Promise.reject(abort) : Promise.resolve());
  await expect(measureFaithfulness(subject, explanationWith(subject, TEXT, SCORES), step)).rejects.toBe(abort);
  expect(steps).toBe(4);
});

test('a share is the nearest number of words, but never none', () => {
  expect([0.01, 0.05, 0.1, 0.2, 0.5].map((share) => wordsInShare(share, 9))).toEqual([1, 1, 1, 2, 5]);
});
