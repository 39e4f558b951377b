import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeMeasures, scaleBeside, scaleForStates, scaleForWords } from './columns';

const LARGEST = 2 ** 31 - 1;
const integers = (column: readonly number[], scale: number) => column.map((value) => Math.round(value / scale));
const norm1 = (values: readonly number[]) => values.reduce((sum, value) => sum + Math.abs(value), 0);
const norm2 = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -8, max: 8 }),
  fc.integer({ min: -8, max: 8 }),
);
/** Columns of mixed values, whose scale depends on the largest value, and of even values, whose scale depends on the norm. */
const column = fc.oneof(
  fc.array(value, { minLength: 2, maxLength: 512 }),
  fc.tuple(fc.integer({ min: 2, max: 512 }), value).map(([length, level]) => new Array<number>(length).fill(level)),
);
const RUNS = { numRuns: 300, seed: 4 };

test('states of ±8191 times any column stay within int32, and use at least half of it where int16 allows', () => {
  fc.assert(
    fc.property(column, (values) => {
      const quantized = integers(values, scaleForStates(rangeMeasures(values)));
      expect(8191 * norm1(quantized)).toBeLessThanOrEqual(LARGEST);
      const largest = Math.max(...quantized.map(Math.abs));
      expect(largest).toBeLessThanOrEqual(32767);
      if (norm1(values) > 1e-20)
        expect(Math.max(largest / 32767, (8191 * norm1(quantized)) / LARGEST)).toBeGreaterThan(0.5);
    }),
    RUNS,
  );
});

test('a word times a column stays within int32, even if they are parallel', () => {
  fc.assert(
    fc.property(column, (values) => {
      const quantized = integers(values, scaleForWords(rangeMeasures(values)));
      expect(norm2(quantized) ** 2).toBeLessThanOrEqual(LARGEST);
      expect(Math.max(...quantized.map(Math.abs))).toBeLessThanOrEqual(32767);
    }),
    RUNS,
  );
});

test('a column of zeros has a scale', () => {
  expect(scaleForStates(rangeMeasures([0, 0]))).toBe(1);
  expect(scaleForWords(rangeMeasures([0, 0]))).toBe(1);
});

test('levels times a column stay within int32, whatever the level of zero', () => {
  fc.assert(
    fc.property(column, fc.integer({ min: 0, max: 255 }), (values, zero) => {
      const norm = Math.max(zero, 255 - zero) * Math.sqrt(values.length);
      const quantized = integers(values, scaleBeside(norm)(rangeMeasures(values)));
      expect(norm * norm2(quantized)).toBeLessThanOrEqual(LARGEST);
      expect(Math.max(...quantized.map(Math.abs))).toBeLessThanOrEqual(32767);
    }),
    RUNS,
  );
});
