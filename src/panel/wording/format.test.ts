import { describe, expect, it } from 'vitest';
import { capitalised } from '../../shared/strings/capitalised';
import { fill, fixed, signed } from './format';

describe('figures', () => {
  it('have a real minus, two decimals, and no minus zero', () => {
    expect([fixed(-0.214), fixed(0.8), fixed(-0.001), fixed(22.71, 1)]).toEqual(['−0.21', '0.80', '0.00', '22.7']);
    expect([signed(0.371), signed(-0.21), signed(0.004), signed(-0.004)]).toEqual(['+0.37', '−0.21', '0.00', '0.00']);
  });
});

describe('fill', () => {
  it('puts values where the template has them, in any order', () => {
    expect(fill('{1} of {0}, {1}', 'a', 2)).toBe('2 of a, 2');
  });
  it('does not fill what a value brought in, and leaves what it has no value for', () => {
    expect(fill('“{0}” {1}', '{1}')).toBe('“{1}” {1}');
  });
});

it('capitalised leaves other scripts alone', () => {
  expect([capitalised('very positive'), capitalised('正面'), capitalised('')]).toEqual(['Very positive', '正面', '']);
});
