import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './measure.mjs';

const ROUNDS = 200_000;

/** What one core reaches in plain simd128 right now: billions of operations (a multiplication or an addition) a second. */
export const measurePeaks = () => {
  const module = new WebAssembly.Module(readFileSync(join(__dirname, 'probes.wasm')));
  const { int16Dots, float32Sums, chain } = new WebAssembly.Instance(module).exports;
  const rate = (probe, operations) => {
    const times = Array.from({ length: 15 }, () => {
      const started = performance.now();
      probe(ROUNDS);
      return performance.now() - started;
    });
    return (ROUNDS * operations) / median(times.slice(5)) / 1e6;
  };
  return { int16: rate(int16Dots, 8 * 16), float32: rate(float32Sums, 8 * 8), gigahertz: rate(chain, 4) };
};
