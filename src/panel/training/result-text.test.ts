import { describe, expect, test } from 'vitest';
import { trainingStringsOf } from '../../../test/panel/strings-of';
import { resultSample } from '../../../test/panel/training-sample';
import type { TrainingOutcome } from '../../shared/protocol/training-page';
import type { TrainingPageState } from './context';
import { factsOf, headingOf, leadOf } from './result-text';
import { wordingOf } from './wording';

const page = (language: 'en' | 'zh-Hans' = 'en') => {
  const strings = trainingStringsOf(language);
  return { strings, say: wordingOf(strings, language) } as TrainingPageState;
};
const outcome = (changes: Partial<TrainingOutcome>): TrainingOutcome =>
  resultSample('en', { corrections: 0, general: undefined, folds: undefined, ...changes });
const moved = (before: number, after: number, low: number, high: number, corrections = 0): TrainingOutcome =>
  outcome({ corrections, accuracy: { n: 66, before, after, interval: [0.7, 0.9], difference: [low, high] } });

describe('a result', () => {
  test.each([
    ['Better on your rows: 80.0\u00a0% → 86.0\u00a0%', moved(0.8, 0.86, 0.01, 0.11)],
    ['Perhaps better: 80.0\u00a0% → 82.1\u00a0% (interval −0.5 to +4.6)', moved(0.8, 0.821, -0.005, 0.046)],
    ['Perhaps better: 80.0\u00a0% → 81.5\u00a0% (interval 0.0 to +4.5)', moved(0.8, 0.815, 0, 0.045)],
    ['Not better: 80.0\u00a0% → 79.0\u00a0% (interval −3.1 to +2.0)', moved(0.8, 0.79, -0.031, 0.02)],
    ['Not better: 80.0\u00a0% → 80.0\u00a0% (interval −1.0 to +1.0)', moved(0.8, 0.8, -0.01, 0.01)],
    ['Worse on your rows: 80.0\u00a0% → 75.0\u00a0%', moved(0.8, 0.75, -0.09, -0.01)],
  ])('%s', (heading, result) => {
    expect(headingOf(result, page())).toBe(heading);
  });

  test.each([
    [moved(0.8, 0.86, 0.01, 0.11, 40), /Your last 40 corrections brought \+6\.0 points \(\+1\.0 to \+11\.0\)\./],
    [moved(0.8, 0.821, -0.005, 0.046, 40), /Your last 40 corrections brought \+2\.1 points \(−0\.5 to \+4\.6\), which may be chance\./], // prettier-ignore
    [moved(0.8, 0.79, -0.031, 0.02, 1), /Your last correction brought −1\.0 points \(−3\.1 to \+2\.0\), which may be chance\./], // prettier-ignore
    [moved(0.8, 0.75, -0.09, -0.01, 40), /With your last 40 corrections it became worse: −5\.0 points \(−9\.0 to −1\.0\)\./], // prettier-ignore
    [moved(0.8, 0.75, -0.09, -0.01, 1), /With your last correction it became worse: −5\.0 points/],
  ])('says what the last corrections brought, and whether that may be chance', (result, sentence) => {
    const lead = leadOf(result, page());
    expect(lead).toMatch(sentence);
    // Said once.
    expect(lead.match(/chance/g)?.length ?? 0).toBe(/chance/.test(sentence.source) ? 1 : 0);
    expect(leadOf(result, page('zh-Hans')).match(/偶然/g)?.length ?? 0).toBe(/chance/.test(sentence.source) ? 1 : 0);
  });

  test('without corrections says that it may be chance where the interval includes zero', () => {
    const chance = 'The interval includes zero: this may be chance.';
    expect(leadOf(moved(0.8, 0.821, -0.005, 0.046), page())).toContain(chance);
    expect(leadOf(moved(0.8, 0.86, 0.01, 0.11), page())).not.toContain(chance);
    expect(leadOf(moved(0.8, 0.75, -0.09, -0.01), page())).not.toContain(chance);
  });

  test('a time has a singular', () => {
    const { time } = page().say;
    expect([0, 1, 1.4, 1.6, 30, 120].map(time)).toEqual(['1 second', '1 second', '1 second', '2 seconds', '30 seconds', '2 minutes']); // prettier-ignore
  });

  test('counts the rows in another language that were left out', () => {
    expect(factsOf(outcome({ foreign: 12 }), page())).toMatch(/ · 12 rows not in English left out$/);
    expect(factsOf(outcome({ foreign: 1 }), page())).toMatch(/ · 1 row not in English left out$/);
    expect(factsOf(outcome({}), page())).not.toMatch(/left out/);
  });
});
