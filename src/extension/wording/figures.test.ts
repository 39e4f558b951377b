import { expect, test } from 'vitest';
import { percent, score } from './figures';

test('scores with a sign have it, shares are in percent, and nothing is minus zero', () => {
  expect([0.374, -0.141, 0.001, -0.001].map((value) => score(value, true))).toEqual(['+0.37', '−0.14', '0.00', '0.00']);
  expect([0.281, -0.05, 0, -0.0004].map((value) => score(value, false))).toEqual([
    '28.1 %',
    '−5.0 %',
    '0.0 %',
    '0.0 %',
  ]);
  expect(percent(0.5, 'zh-cn')).toBe('50.0%');
});
