import { expect, test } from 'vitest';
import { SaliencyError } from '../../shared/saliency-error';
import { errorText } from './error-text';
import { warningText } from './warning-text';

test('an error is worded from its code and data, and names what the person has to know', () => {
  const data = { model: 'en-x', models: ['en', 'zh'] };
  expect(errorText(new SaliencyError('(English)', 'unknown-model', data))).toBe(
    'There is no model “en-x”. There are: en, zh.',
  );
  expect(errorText(new SaliencyError('(English)', 'unknown-model', { model: 'x', models: [] }))).toMatch(/none\.$/);
  expect(errorText(new SaliencyError('(English)', 'too-long', { length: 123456, most: 100000 }))).toMatch(
    /123,456 characters; at most 100,000/,
  );
  const offered = { model: 'en', method: 'magic', offered: ['state-distance', 'gradient-x-input'] };
  expect(errorText(new SaliencyError('(English)', 'method-not-offered', offered))).toBe(
    'The model “en” does not offer the method “magic”. It offers: hidden-state distance, gradient × input.',
  );
});

test('an error without words of its own is shown as it came', () => {
  expect(errorText(new SaliencyError('As it came.', 'nothing-to-annotate'))).toBe('As it came.');
});

test('a warning is worded from its code and figures', () => {
  const labels = ['positive', 'negative'] as const;
  expect(warningText({ code: 'near-tie', labels, probabilities: [0.52, 0.48], message: '' })).toBe(
    'The prediction is a close call: positive 52\u00a0%, negative 48\u00a0%.',
  );
  expect(warningText({ code: 'mixed-languages', zh: 3, en: 1200, readAs: 'en', message: '' })).toBe(
    'The text mixes languages (Chinese words: 3, English words: 1,200): it was read as English.',
  );
});
