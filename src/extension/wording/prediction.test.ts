import { expect, test } from 'vitest';
import { explanationOf } from '../../../test/doubles/explanations';
import { verdict } from './prediction';

const verdictOf = (label: string, probabilities: Record<string, number>): string =>
  verdict(explanationOf('good', undefined, {}, { label, probabilities }));

test('a verdict has its probability, and the label that is nearly as probable', () => {
  expect(verdictOf('positive', { negative: 0.19, positive: 0.81 })).toBe('positive 0.81');
  const near = { negative: 0.41, neutral: 0.4, positive: 0.19 };
  expect(verdictOf('negative', near)).toBe('negative 0.41, near neutral 0.40');
  expect(verdictOf('positive', { negative: 0.49, positive: 0.51 })).toBe('positive 0.51, near negative 0.49');
  expect(verdictOf('positive', { negative: 0.47, positive: 0.53 })).toBe('positive 0.53');
});

test('a label of a model’s own is shown as the model names it', () => {
  expect(verdictOf('delighted', { angry: 0.1, delighted: 0.9 })).toBe('delighted 0.90');
});
