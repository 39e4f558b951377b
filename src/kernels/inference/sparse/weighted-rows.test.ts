import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { random } from '../../testing/encoder';
import { wordVectors } from '../../testing/word-vectors';
import { levelVectors } from '../int16/weights';
import { kernelBytes } from '../../testing/backend';
import { WeightedRows } from './weighted-rows';

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await WebAssembly.compile((await kernelBytes()) as Uint8Array<ArrayBuffer>);
});

test('weighted sums of rows equal those in float64, whether stored as levels or not', () => {
  const shape = fc.record({
    count: fc.integer({ min: 1, max: 40 }),
    units: fc.integer({ min: 1, max: 40 }),
    zero: fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }),
    entries: fc.array(fc.nat(), { maxLength: 30 }),
    seed: fc.integer(),
  });
  fc.assert(
    fc.property(shape, ({ count, units, zero, entries, seed }) => {
      const next = random(seed);
      const table = new Float32Array(count * units).map(next);
      const bytes = Uint8Array.from(table, (x) => Math.floor(128 * (x + 1)));
      const matrix = zero === undefined ? wordVectors(table, units) : levelVectors({ bytes, zero, scale: 0.01 }, units);
      const ids = Int32Array.from(entries, (entry) => entry % count);
      const values = new Float32Array(ids.length).map(next);
      const start = new Float32Array(units).map(next);
      const rows = new WeightedRows(module, matrix);
      for (let again = 0; again < 2; again++) {
        const got = rows.sum(ids, values, start);
        const row = new Float32Array(units);
        const want = Float64Array.from(start);
        ids.forEach((id, i) => {
          matrix.read(id, row);
          row.forEach((value, unit) => (want[unit] += values[i] * value));
        });
        want.forEach((value, unit) => expect(Math.abs(got[unit] - value)).toBeLessThan(1e-5 * (1 + Math.abs(value))));
      }
    }),
    { numRuns: 60, seed: 8 },
  );
});
