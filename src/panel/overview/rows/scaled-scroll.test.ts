import { describe, expect, test } from 'vitest';
import { ScaledScroll } from './scaled-scroll';

const VIEW = 600;

describe('rows that fit into an element', () => {
  const scroll = new ScaledScroll({ total: 20_000 * 32, view: VIEW });
  test('are scrolled as they are', () => {
    expect(scroll.height).toBe(640_000);
    expect(scroll.scrolled(1_234)).toBe(false);
    expect(scroll.offset).toBe(1_234);
    expect(scroll.go(639_999)).toBe(640_000 - VIEW);
  });
});

describe('a million rows', () => {
  const total = 1_000_000 * 56;
  const made = () => new ScaledScroll({ total, view: VIEW });

  test('the end of the element is the last row, its middle the middle row', () => {
    const scroll = made();
    expect(scroll.height).toBe(8_000_000);
    scroll.scrolled(scroll.height - VIEW);
    expect(scroll.offset).toBe(total - VIEW);
    scroll.scrolled((scroll.height - VIEW) / 2);
    expect(scroll.offset).toBeCloseTo((total - VIEW) / 2, 6);
  });

  test('a wheel goes on by as many pixels as it turned', () => {
    const scroll = made();
    scroll.go(5_000_000);
    const top = scroll.settle();
    scroll.scrolled(top + 100);
    scroll.scrolled(top + 200);
    expect(scroll.offset).toBe(5_000_200);
    expect(scroll.settle()).toBeCloseTo((5_000_200 / (total - VIEW)) * (8_000_000 - VIEW), 6);
  });

  test('every row can be reached by its number, also at the edges of the element', () => {
    const scroll = made();
    for (const row of [0, 1, 12_345, 500_000, 999_989]) {
      scroll.go(row * 56);
      expect(Math.floor(scroll.offset / 56)).toBe(row);
    }
    scroll.go(total);
    expect(scroll.offset).toBe(total - VIEW);
  });

  test('a wheel that comes to the edge of the element before the rows end is put back', () => {
    const scroll = made();
    scroll.go(1_000);
    expect(scroll.scrolled(0)).toBe(true);
    expect(scroll.offset).toBeGreaterThan(0);
    expect(scroll.offset).toBeLessThan(1_000);
  });

  test('fewer rows after a filter: what is in sight stays among them', () => {
    const scroll = made();
    scroll.go(40_000_000);
    scroll.resize({ total: 3_200, view: VIEW });
    expect(scroll.offset).toBe(2_600);
    expect(scroll.isScaled).toBe(false);
  });
});
