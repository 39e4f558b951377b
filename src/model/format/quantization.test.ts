import { io } from '@tensorflow/tfjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFloat16, toFloat16 } from './float16';
import { restore, store, type Storage } from './quantization';
import { storedReader } from './stored-weight';

const STORAGES: readonly Storage[] = ['float32', 'float16', 'uint16', 'uint8'];
const numbers = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -100, max: 100 }), {
  minLength: 1,
  maxLength: 50,
});

/** tfjs's own reading of the same bytes. */
function oracle(values: Float32Array, storage: Storage): Float32Array {
  const { bytes, quantization } = store(values, storage);
  const spec =
    quantization && 'scale' in quantization ? { ...quantization, original_dtype: 'float32' as const } : quantization;
  const entry = { name: 'w', shape: [values.length], dtype: 'float32' as const, ...(spec && { quantization: spec }) };
  const decoded = io.decodeWeights(new Uint8Array(bytes).buffer, [entry]);
  return decoded['w'].dataSync() as Float32Array;
}

describe('stored weights', () => {
  it.each(STORAGES)('read as tfjs reads them: %s', (storage) => {
    fc.assert(
      fc.property(numbers, (list) => {
        const values = Float32Array.from(list);
        const { bytes, quantization } = store(values, storage);
        expect(restore(bytes, quantization)).toEqual(oracle(values, storage));
      }),
    );
  });

  it('are read from any place in a file', () => {
    const values = Float32Array.of(0.5, -2, 3);
    for (const storage of STORAGES) {
      const { bytes, quantization } = store(values, storage);
      const moved = new Uint8Array(bytes.length + 1);
      moved.set(bytes, 1);
      expect(restore(moved.subarray(1), quantization)).toEqual(restore(bytes, quantization));
    }
  });

  it('give single rows as they give the whole', () => {
    const values = Float32Array.from({ length: 15 }, (_, i) => Math.sin(i));
    for (const storage of STORAGES) {
      const { bytes, quantization } = store(values, storage);
      const moved = new Uint8Array(bytes.length + 1);
      moved.set(bytes, 1);
      const rows = storedReader(new Map([['w', { bytes: moved.subarray(1), quantization }]])).rows('w', 5, 3);
      const row = new Float32Array(3);
      const all = Array.from({ length: 5 }, (_, id) => (rows.read(id, row), [...row])).flat();
      restore(bytes, quantization).forEach((value, i) => expect(all[i]).toBeCloseTo(value, 6));
      expect(rows.levels !== undefined).toBe(storage === 'uint8');
    }
  });

  it('are off by at most one step, and 0 stays 0', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom<Storage>('uint8', 'uint16'), (list, storage) => {
        const values = Float32Array.of(0, ...list);
        const { bytes, quantization } = store(values, storage);
        const step = (quantization as { scale: number }).scale;
        const back = restore(bytes, quantization);
        expect(Math.abs(back[0])).toBe(0);
        values.forEach((value, i) => expect(Math.abs(back[i] - value)).toBeLessThanOrEqual(step * 1.01));
      }),
    );
  });

  it('survive when all are alike', () => {
    for (const same of [0, 3, -3]) {
      const { bytes, quantization } = store(Float32Array.of(same, same), 'uint8');
      expect(restore(bytes, quantization)[0]).toBeCloseTo(same, 5);
    }
  });
});

describe('half precision', () => {
  it('reads every one of its numbers back to the same bits', () => {
    for (let half = 0; half < 65536; half++) {
      const value = fromFloat16(half);
      if (!Number.isNaN(value)) expect(toFloat16(value)).toBe(half);
    }
  });

  it('takes the nearest number, ties to even', () => {
    expect(fromFloat16(toFloat16(1 + 2 ** -11))).toBe(1);
    expect(fromFloat16(toFloat16(1 + 3 * 2 ** -11))).toBe(1 + 2 ** -9);
    expect(fromFloat16(toFloat16(70000))).toBe(Infinity);
    expect(fromFloat16(toFloat16(2 ** -25))).toBe(0);
    expect(toFloat16(NaN) & 0x7fff).toBeGreaterThan(0x7c00);
  });
});
