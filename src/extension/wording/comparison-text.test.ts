import { expect, test } from 'vitest';
import { explanationOf } from '../../../test/doubles/explanations';
import { comparisonText } from './comparison-text';
import { explanationText } from './explanation-text';

const TEXT = '菜 very good';

test('models are compared word by word in tables that line up, Chinese included', () => {
  const one = explanationOf(TEXT, undefined, { good: 0.4 }, { model: 'one' });
  const other = explanationOf(
    TEXT,
    ['very', 'good'],
    { very: -0.2 },
    { model: 'other', label: 'negative', probabilities: { negative: 0.8, positive: 0.2 } },
  );
  const models = [{ name: 'one', measured: [{ data: 'd', accuracy: 0.895, macroF1: 0.8, n: 9 }] }];
  const text = comparisonText([one, other], models as never);
  expect(text).toContain('| one   | positive 81\u00a0% | gradient × input, for positive | 89.5 %   |');
  expect(text).toContain('| Word | one   | other |');
  expect(text).toContain('| 菜   | 0.00  |       |');
  expect(text).toContain('| very | 0.00  | −0.20 |');
  expect(text).toContain('| good | +0.40 | 0.00  |');
});

test('an explanation is read out with the strongest phrase first, each on its line, in points; log-odds on demand', () => {
  const explanation = explanationOf(TEXT, undefined, { very: -0.2, good: 0.4 });
  const lines = explanationText(explanation).split('\n');
  expect(lines[0]).toBe('Prediction: positive 81\u00a0%');
  expect(lines).toContain(TEXT);
  expect(lines.slice(-4, -1)).toEqual([
    'Phrases, the strongest first (2):',
    '1. good: +7 points, supports positive',
    '2. very: −3 points, contradicts positive',
  ]);
  expect(explanationText(explanation, true)).toContain('2. very: −3 points, contradicts positive, log-odds −0.20');
});

test('points of a method that starts at the empty text are summed up; what is weak is named behind them', () => {
  const scores = { very: 0.02, good: 1.4 };
  const made = { baseProbability: 0.5, method: 'phrase-shapley', target: 'positive' } as const;
  const lines = explanationText(explanationOf(TEXT, undefined, scores, made)).split('\n');
  expect(lines).toContain('1. good: +31 points, supports positive');
  expect(lines).toContain('All phrases together: +31 points, from 50\u00a0% for an empty text to 81\u00a0%');
  expect(lines).toContain('Too little to be highlighted: very');
});

test('where nothing is highlighted the text says why', () => {
  const made = { baseProbability: 0.8, method: 'phrase-shapley', target: 'positive' } as const;
  expect(explanationText(explanationOf(TEXT, undefined, { good: 0.01 }, made))).toContain(
    'Nothing is highlighted: no phrase contributes three percentage points or more.',
  );
});
