import { describe, expect, it } from 'vitest';
import { glorotUniform, orthogonal, unitForgetBias } from './initializers';
import { mixSeed, seededRandom, shuffle } from '../../shared/random';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i], 0);

describe('first weights', () => {
  it('orthogonal: rows (or the fewer columns) of length 1, at right angles', () => {
    const wide = orthogonal([6, 24], seededRandom(1));
    const tall = orthogonal([24, 6], seededRandom(1));
    const rows = Array.from({ length: 6 }, (_, r) => wide.slice(r * 24, (r + 1) * 24));
    const columns = Array.from({ length: 6 }, (_, c) => Array.from({ length: 24 }, (_, r) => tall[r * 6 + c]));
    for (const vectors of [rows, columns]) {
      vectors.forEach((a, i) => vectors.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 5)));
    }
  });

  it('glorot: uniform within its limit', () => {
    const values = glorotUniform([300, 700], seededRandom(2));
    const limit = Math.sqrt(6 / 1000);
    expect(values.every((value) => Math.abs(value) <= limit)).toBe(true);
    expect(dot(values, values) / values.length).toBeCloseTo(limit ** 2 / 3, 4);
  });

  it('the forget gate starts open', () => {
    expect(unitForgetBias([8], seededRandom(1))).toEqual(Float32Array.of(0, 0, 1, 1, 0, 0, 0, 0));
  });
});

describe('random numbers', () => {
  it('follow from the seed alone; parts of a seed count in their order', () => {
    const row = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(row(1)).toEqual(row(1));
    expect(row(1)).not.toEqual(row(2));
    expect(mixSeed(1, 'a', 2)).not.toBe(mixSeed(2, 'a', 1));
    expect(mixSeed(1, 'ab')).not.toBe(mixSeed(1, 'ba'));
  });

  it('spread evenly over [0, 1) and over all orders', () => {
    const random = seededRandom(7);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) counts[Math.floor(random() * 10)]++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(130);
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffle([1, 2, 3], random).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});
