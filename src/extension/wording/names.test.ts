import { expect, test } from 'vitest';
import { explanationOf } from '../../../test/doubles/explanations';
import { questionText } from './names';

test('the question names the method, and the labels where the method knows any', () => {
  const text = (changes: object) => questionText(explanationOf('good film', undefined, {}, changes));
  expect(text({})).toBe('gradient × input, for positive');
  expect(text({ against: 'neutral' })).toBe('gradient × input, for positive rather than neutral');
  expect(text({ method: 'attention', signed: false })).toBe('attention (importance, without direction)');
});
