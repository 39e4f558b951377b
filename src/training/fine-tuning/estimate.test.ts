import { describe, expect, test } from 'vitest';
import { machineSpeed, secondsFor } from './estimate';

/** A clock that is asked before and after each measurement, which takes so many milliseconds. */
const clockOf = (milliseconds: number) => {
  let now = 0;
  let asked = 0;
  return () => (asked++ % 2 === 1 ? (now += milliseconds) : now);
};

describe('the speed of the machine', () => {
  test('is higher the less time a measurement takes, within bounds', () => {
    const [slow, fast] = [machineSpeed(clockOf(4)), machineSpeed(clockOf(2))];
    expect(fast / slow).toBeCloseTo(2, 6);
    expect(machineSpeed(clockOf(1e6))).toBe(1 / 8);
    expect(machineSpeed(clockOf(1e-6))).toBe(8);
  });

  test('is taken for the usual one where the clock stands still', () => {
    expect(machineSpeed(() => 0)).toBe(1);
  });

  test('is measured in a fraction of a second', () => {
    const start = performance.now();
    const speed = machineSpeed();
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(speed).toBeGreaterThanOrEqual(1 / 8);
    expect(speed).toBeLessThanOrEqual(8);
  });
});

test('an estimate is as many times shorter as the machine is faster, and grows with rows and epochs', () => {
  const rows = 2_000;
  const train = Array.from({ length: rows }, (_, i) => i);
  const effort = (epochs: number) => ({
    ...{ rows, words: 20, cores: 1, architecture: 'attention-bilstm' },
    division: { split: { train: rows, heldOut: 0 }, folds: [], train } as never,
    recipe: { replay: 4_000, fit: { epochs } } as never,
  });
  const usual = secondsFor(effort(4), 1);
  expect(secondsFor(effort(4), 2) / usual).toBeCloseTo(0.5, 1);
  expect(secondsFor(effort(8), 1)).toBeGreaterThan(1.6 * usual);
});
