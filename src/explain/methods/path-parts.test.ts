import { expect, test } from 'vitest';
import { integrationError, FIRST_PARTS, refined, simpson, type PathPoint } from './path-parts';

/** Halves pieces until the sum is near enough; how many points that took. */
function integrate(value: (at: number) => number, slope: (at: number) => number, allowed: number) {
  const known = new Map<number, PathPoint>();
  let parts = [...FIRST_PARTS];
  for (;;) {
    for (const { at } of parts.flatMap(simpson)) known.set(at, { value: value(at), slope: slope(at) });
    const errors = parts.map((part) => integrationError(part, known));
    const next = errors.every((error) => Math.abs(error) <= allowed / parts.length)
      ? parts
      : refined(parts, errors, allowed, 1_000);
    if (next.length === parts.length) return { points: known.size, error: errors.reduce((sum, one) => sum + one, 0) };
    parts = next;
  }
}

test('a cubic is exact with the first 9 points', () => {
  const { points, error } = integrate(
    (x) => x ** 4 / 4,
    (x) => x ** 3,
    1e-9,
  );
  expect(points).toBe(9);
  expect(error).toBeCloseTo(0, 12);
});

test('a jump of a logistic curve is found, with points where it is', () => {
  const steep = (x: number) => 1 / (1 + Math.exp(-400 * (x - 0.33)));
  const { points, error } = integrate(steep, (x) => 400 * steep(x) * (1 - steep(x)), 0.01);
  expect(Math.abs(error)).toBeLessThan(0.01);
  expect(points).toBeLessThan(100);
});

test('a step that no piece can follow ends all the same', () => {
  const { error } = integrate(
    (x) => (x > 0.33 ? 1 : 0),
    () => 0,
    0.01,
  );
  expect(error).toBe(-1);
});
