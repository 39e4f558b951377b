import { expect, test } from 'vitest';
import { signOf } from './gutter-signs';

test('a line has one sign: of its one side, or of both; neutral texts give way', () => {
  expect(signOf(['neutral', 'neutral'])).toBe('neutral');
  expect(signOf(['neutral', 'positive', 'positive'])).toBe('positive');
  expect(signOf(['negative'])).toBe('negative');
  expect(signOf(['positive', 'neutral', 'negative'])).toBe('both');
});
