import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOver, fixedAxis, niceStep } from './scale';

describe('niceStep', () => {
  it('is the next of 1, 2, 5 × 10ⁿ', () => {
    expect([0.07, 0.1, 0.11, 0.3, 1, 1.5, 4, 7, 200].map(niceStep)).toEqual([0.1, 0.1, 0.2, 0.5, 1, 2, 5, 10, 200]);
  });
});

describe('axisOver', () => {
  it('has round ticks around the values', () => {
    const { ticks, decimals, at } = axisOver([-0.21, 0.37], [100, 400], { bothSides: true });
    expect(ticks).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
    expect(decimals).toBe(1);
    expect([at(-0.4), at(0), at(0.4)]).toEqual([100, 250, 400]);
  });

  it('keeps a step on the side that has no values, where there are two sides', () => {
    expect(axisOver([0.1, 1.2], [0, 100], { bothSides: true }).ticks).toEqual([-0.5, 0, 0.5, 1, 1.5]);
    expect(axisOver([0.1, 1.2], [0, 100]).ticks).toEqual([0, 0.5, 1, 1.5]);
  });

  it('holds every value, 0 among the ticks, and not many of them', () => {
    // As explanations have them: 6 decimals.
    const score = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1e6);
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), fc.boolean(), (values, bothSides) => {
        const { from, to, ticks, at } = axisOver(values, [10, 210], { bothSides });
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(6);
        const slack = 1e-6 * (to - from);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(from - slack);
          expect(value).toBeLessThanOrEqual(to + slack);
        }
        expect(at(from)).toBeCloseTo(10);
        expect(at(to)).toBeCloseTo(210);
      }),
    );
  });

  it('draws an axis even where all is 0', () => {
    expect(axisOver([0, 0], [0, 100]).ticks).toEqual([0, 0.5]);
  });
});

it('fixedAxis has the steps that it is given', () => {
  expect(fixedAxis(1, 0.5, [116, 388]).ticks.map(fixedAxis(1, 0.5, [116, 388]).at)).toEqual([116, 252, 388]);
});
