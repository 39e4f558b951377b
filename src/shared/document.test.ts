import { describe, expect, test } from 'vitest';
import { arcBars, MOST_BARS, predictedTone, summarise, type ReadSentence } from './document';

type Shares = readonly [negative: number, neutral: number, positive: number, words?: number];

/** Sentences one behind the other, each of ten words unless said otherwise. */
function read(...shares: readonly Shares[]) {
  let at = 0;
  return shares.map(([negative, neutral, positive, words = 10]): ReadSentence => {
    const start = at;
    at += 5 * words;
    const probabilities = { negative, neutral, positive };
    const label = Object.entries(probabilities).reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    return { start, end: start + 5 * words - 1, words, label, probabilities };
  });
}

const GOOD = [0.05, 0.05, 0.9] as const;
const BAD = [0.9, 0.05, 0.05] as const;
const PLAIN = [0.1, 0.8, 0.1] as const;

describe('a document', () => {
  test('reads as the mean of its sentences, weighted by their lengths', () => {
    const { label, probabilities, counts } = summarise(read([0.8, 0.1, 0.1, 30], [0.1, 0.1, 0.8, 10]))!;
    expect(label).toBe('negative');
    expect(probabilities.negative).toBeCloseTo(0.625);
    expect(probabilities.positive).toBeCloseTo(0.275);
    expect(counts).toEqual({ negative: 1, neutral: 0, positive: 1 });
  });

  test('is mixed where both sides are nearly as probable, or the other side has as many sentences; close beside neutral', () => {
    const rival = (...shares: readonly Shares[]) => summarise(read(...shares))!.rival;
    expect(rival(GOOD, BAD, GOOD, BAD)).toEqual({ label: 'negative', kind: 'mixed' });
    expect(rival(GOOD, GOOD, BAD)).toBeUndefined();
    expect(rival([0.05, 0.05, 0.9, 18], BAD, BAD)).toMatchObject({ label: 'positive', kind: 'mixed' });
    // Positive leads by 11 points with fewer sentences, then by 42.
    expect(rival([0.05, 0.05, 0.9, 26], BAD, BAD)).toEqual({ label: 'negative', kind: 'mixed' });
    expect(rival([0.05, 0.05, 0.9, 60], BAD, BAD)).toBeUndefined();
    expect(rival(GOOD, PLAIN, GOOD, PLAIN)).toEqual({ label: 'neutral', kind: 'close' });
    expect(rival(PLAIN, PLAIN, GOOD)).toBeUndefined();
  });

  test('has a tone a sentence, and the average of five', () => {
    const { tones, average } = summarise(read(GOOD, GOOD, BAD, PLAIN, BAD, BAD))!;
    expect(tones.map((tone) => Number(tone.toFixed(2)))).toEqual([0.85, 0.85, -0.85, 0, -0.85, -0.85]);
    expect(average[0]).toBeCloseTo((0.85 + 0.85 - 0.85) / 3);
    expect(average[2]).toBeCloseTo((0.85 + 0.85 - 0.85 + 0 - 0.85) / 5);
  });

  test('turns where the average goes over to the other side, not where one sentence does', () => {
    const phases = (...shares: readonly Shares[]) =>
      summarise(read(...shares))!.phases.map(({ side, from }) => [side, from]);
    expect(phases(GOOD, GOOD, GOOD, GOOD, BAD, BAD, BAD, BAD)).toEqual([['positive', 0], ["negative", 4]]); // prettier-ignore
    expect(phases(GOOD, GOOD, GOOD, BAD, GOOD, GOOD, GOOD)).toEqual([['positive', 0]]);
    expect(phases(PLAIN, PLAIN)).toEqual([]);
    // At its ends the average has few sentences: these begin with a bad one and go on without a side.
    expect(phases(PLAIN, BAD, GOOD, GOOD, BAD, GOOD, BAD)).toEqual([]);
  });

  test('is represented by sentences of its own label, and by one of another that many have', () => {
    expect(summarise(read(BAD, GOOD, BAD, [0.99, 0, 0.01]))!.typical).toEqual([0, 1, 3]);
    expect(summarise(read(BAD, BAD, BAD, BAD, BAD, GOOD))!.typical).toEqual([0, 1, 2]);
  });

  test('of no sentence is not summarised, nor of sentences with different labels', () => {
    expect(summarise([])).toBeUndefined();
    const other = { start: 0, end: 1, words: 1, label: 'angry', probabilities: { angry: 1 } };
    expect(summarise([...read(GOOD), other])).toBeUndefined();
  });
});

test('a long document has at most so many bars, each for as many sentences', () => {
  const bars = arcBars(summarise(read(...Array.from({ length: 700 }, () => GOOD)))!);
  expect(bars.length).toBeLessThanOrEqual(MOST_BARS);
  expect(bars[0]).toMatchObject({ from: 0, to: 6 });
  expect(bars.at(-1)!.to).toBe(700);
  expect(arcBars(summarise(read(GOOD, BAD))!)).toHaveLength(2);
});

test('a sentence points to the side of its label', () => {
  expect(read(GOOD, BAD, PLAIN).map(predictedTone)).toEqual(['positive', 'negative', 'neutral']);
});
