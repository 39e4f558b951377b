import { describe, expect, it } from 'vitest';
import { capitalised } from '../../shared/strings/capitalised';
import { fill, fixed, signed, spaced } from './format';

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
  it('parts Chinese characters from Latin letters and digits, and nothing else', () => {
    const filled = ['product', '产品', '3', '“motor”', ''].map((value) => fill('按{0}分组', value));
    expect(filled).toEqual(['按 product 分组', '按产品分组', '按 3 分组', '按“motor”分组', '按分组']);
    expect([fill('By {0}', '产品'), fill('{0} 行', 3), fill('{0}接近', '57%')]).toEqual([
      'By 产品',
      '3 行',
      '57% 接近',
    ]);
  });
  it('does not fill what a value brought in, and leaves what it has no value for', () => {
    expect(fill('“{0}” {1}', '{1}')).toBe('“{1}” {1}');
  });
});

it('spaced parts digits from Chinese characters in dates', () => {
  expect([spaced('2023年10月'), spaced('27 Jan 2024')]).toEqual(['2023 年 10 月', '27 Jan 2024']);
});

it('capitalised leaves other scripts alone', () => {
  expect([capitalised('very positive'), capitalised('正面'), capitalised('')]).toEqual(['Very positive', '正面', '']);
});
