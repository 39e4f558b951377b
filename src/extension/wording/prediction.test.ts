import { expect, test } from 'vitest';
import { explanationOf } from '../../../test/doubles/explanations';
import { predictionText, shortPrediction } from './prediction';

const saidOf = (label: string, probabilities: Record<string, number>): string =>
  predictionText(explanationOf('good', undefined, {}, { label, probabilities }));

test('a prediction has its probability, and the label that is nearly as probable', () => {
  expect(saidOf('positive', { negative: 0.19, positive: 0.81 })).toBe('positive 81\u00a0%');
  const near = { negative: 0.41, neutral: 0.4, positive: 0.19 };
  expect(saidOf('negative', near)).toBe('negative 41\u00a0%, close to neutral 40\u00a0%');
  expect(saidOf('positive', { negative: 0.49, positive: 0.51 })).toBe(
    'positive 51\u00a0%, close to negative 49\u00a0%',
  );
  expect(saidOf('positive', { negative: 0.47, positive: 0.53 })).toBe('positive 53\u00a0%');
});

test('a label of a model’s own is shown as the model names it', () => {
  expect(saidOf('delighted', { angry: 0.1, delighted: 0.9 })).toBe('delighted 90\u00a0%');
});

test('a prediction in the text has eight characters at most, and may be that of a label that is held for now', () => {
  const probabilities = { 'very negative': 0.01, negative: 0.49, positive: 0.5 };
  const explanation = explanationOf('good', undefined, {}, { label: 'positive', probabilities });
  expect(shortPrediction(explanation, 'positive')).toBe('pos 50\u00a0%');
  expect(shortPrediction(explanation, 'negative')).toBe('neg 49\u00a0%');
  expect(shortPrediction(explanation, 'very negative')).toBe('neg! 1\u00a0%');
  expect(predictionText(explanation, 'negative')).toBe('negative 49\u00a0%, close to positive 50\u00a0%');
});
