import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankingOf } from '../../model/ranking';
import { plausibilityOf, rationaleShare } from './plausibility';
import { topWords, selectionOf } from './selection';

const flags = (marks: string) => Array.from(marks, (mark) => mark === '1');

describe('ranking, by hand', () => {
  test('of four words, the first and third of the ranking marked: AP = (1 + 2/3) / 2', () => {
    const { averagePrecision, auprc } = rankingOf([4, 3, 2, 1], flags('1010'));
    expect(averagePrecision).toBeCloseTo((1 + 2 / 3) / 2, 12);
    // Points (0, 1), (½, 1), (½, ½), (1, ⅔), (1, ½).
    expect(auprc).toBeCloseTo(0.5 * 1 + 0.5 * ((1 / 2 + 2 / 3) / 2), 12);
  });

  test('all marked words first: 1; all of one score: the share that is marked', () => {
    expect(rankingOf([3, 9, 1, 8], flags('0101'))).toEqual({ auprc: 1, averagePrecision: 1 });
    expect(rankingOf([1, 1, 1, 1], flags('0100')).averagePrecision).toBe(0.25);
    expect(rankingOf([1, 1, 1, 1], flags('0100')).auprc).toBe((1 + 0.25) / 2);
  });

  test('equals the definition: thresholds from the highest score down', () => {
    const words = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        words.filter((all) => all.some(([, marked]) => marked)),
        (all) => {
          const thresholds = [...new Set(all.map(([score]) => score))].sort((a, b) => b - a);
          const marked = all.filter(([, is]) => is).length;
          const points = thresholds.map((threshold) => {
            const above = all.filter(([score]) => score >= threshold);
            const hits = above.filter(([, is]) => is).length;
            return { recall: hits / marked, precision: hits / above.length };
          });
          const curve = [{ recall: 0, precision: 1 }, ...points];
          const steps = points.map((point, i) => ({ gain: point.recall - curve[i].recall, point, before: curve[i] }));
          const found = rankingOf(
            all.map(([score]) => score),
            all.map(([, is]) => is),
          );
          const ap = steps.reduce((sum, { gain, point }) => sum + gain * point.precision, 0);
          const area = steps.reduce(
            (sum, { gain, point, before }) => sum + (gain * (point.precision + before.precision)) / 2,
            0,
          );
          expect(found.averagePrecision).toBeCloseTo(ap, 10);
          expect(found.auprc).toBeCloseTo(area, 10);
        },
      ),
    );
  });
});

describe('selection, by hand', () => {
  test('token F1 of two words chosen, one of them among three marked: 2 / 5', () => {
    expect(selectionOf(flags('110000'), flags('010110')).tokenF1).toBeCloseTo(0.4, 12);
  });

  test('runs match from half of what both cover on', () => {
    // Chosen 0–2 against marked 0–1: 2 of 3 words. Chosen 5 against marked 5–7: 1 of 3.
    const { runPrecision, runRecall } = selectionOf(flags('11100100'), flags('11000111'));
    expect([runPrecision, runRecall]).toEqual([0.5, 0.5]);
    expect(selectionOf(flags('10'), flags('11')).runRecall).toBe(1);
  });

  test('the first words are those of the highest scores, equals in text order', () => {
    expect(topWords([1, 3, 3, 2], 2)).toEqual(flags('0110'));
    expect(topWords([1, 1, 1], 1)).toEqual(flags('100'));
  });
});

test('over texts: means, as many words as people mark on average, and what chance gives', () => {
  const truths = [flags('10000'), flags('01100')];
  const share = rationaleShare(truths);
  expect(share).toBeCloseTo(0.3, 12);
  const texts = [
    { scores: [5, 4, 3, 2, 1], truth: truths[0] },
    { scores: [9, 1, 8, 2, 3], truth: truths[1] },
  ];
  const found = plausibilityOf(texts, share)!;
  // Two words each (0.3 · 5 = 1.5): the first two of text one hold its one word; of text two one of its two words.
  expect(found.tokenF1).toBeCloseTo((2 / 3 + 2 / 4) / 2, 12);
  expect(found.topWord).toBe(0.5);
  // Text one: run 0–1 against run 0, a half: a match. Text two: runs 0 and 2 against run 1–2, a half of it: one matches.
  const [precision, recall] = [(1 + 1 / 2) / 2, 1];
  expect(found.iouF1).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
  expect(found.random.topWord).toBeCloseTo(0.3, 12);
  expect(found.random.auprc).toBeGreaterThan(0.2);
  expect(found.random.auprc).toBeLessThan(0.75);
  expect(plausibilityOf(texts, share)).toEqual(found);
  expect(plausibilityOf([], 0)).toBeUndefined();
});
