import { expect, test, vi } from 'vitest';
import { LazyFigures } from './lazy-figures';

test('few rows: worked out at once, once a state', () => {
  const figures = new LazyFigures(
    () => 10,
    () => undefined,
  );
  const make = vi.fn(() => 7);
  expect([figures.get('a', make), figures.get('a', make)]).toEqual([7, 7]);
  expect(make).toHaveBeenCalledTimes(1);
  figures.outdate();
  figures.get('a', make);
  expect(make).toHaveBeenCalledTimes(2);
});

test('many rows: the figure before stays until the new one is there, and what is out of date is never worked out', async () => {
  vi.useFakeTimers();
  const done = vi.fn();
  const figures = new LazyFigures(() => 1_000_000, done);
  expect(figures.get('a', () => 'first')).toBeUndefined();
  await vi.runAllTimersAsync();
  expect(figures.get('a', () => 'never')).toBe('first');
  figures.outdate();
  const skipped = vi.fn(() => 'skipped');
  expect(figures.get('a', skipped)).toBe('first');
  figures.outdate();
  expect(figures.get('a', () => 'second')).toBe('first');
  await vi.runAllTimersAsync();
  expect(skipped).not.toHaveBeenCalled();
  expect(figures.get('a', () => 'never')).toBe('second');
  expect(done).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
