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

test('an explanation is read out with the most important word first, each on its line', () => {
  const explanation = explanationOf(TEXT, undefined, { very: -0.2, good: 0.4 });
  const lines = explanationText(explanation).split('\n');
  expect(lines[0]).toBe('Verdict: positive 81\u00a0%');
  expect(lines).toContain(TEXT);
  expect(lines.slice(-4, -1)).toEqual([
    '1. good: +0.40, for positive',
    '2. very: −0.20, against positive',
    '3. 菜: 0.00',
  ]);
});
