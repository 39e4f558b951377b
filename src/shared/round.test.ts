import { expect, test } from 'vitest';
import { round } from './round';

test('figures have six significant digits, however large or small', () => {
  expect(round(0.123456789)).toBe(0.123457);
  expect(round(-1234567.8)).toBe(-1234570);
  expect(round(1.0000004e-9)).toBe(1e-9);
  expect(round(1)).toBe(1);
});

test('minus zero becomes zero, and neighbours of float32 arithmetic become one figure', () => {
  expect(Object.is(round(-0), 0)).toBe(true);
  expect(round(0.1)).toBe(round(Math.fround(0.1)));
});
