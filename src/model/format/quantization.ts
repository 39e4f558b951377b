import { fromFloat16, toFloat16 } from './float16';

/** How a tensor's numbers are stored; the names and fields of TF.js's weights manifest. */
export type Storage = 'float32' | 'float16' | 'uint16' | 'uint8';

export type Quantization =
  { readonly dtype: 'uint8' | 'uint16'; readonly scale: number; readonly min: number } | { readonly dtype: 'float16' };

/** Bytes one number takes. */
export const BYTES: Readonly<Record<Storage, number>> = { float32: 4, float16: 2, uint16: 2, uint8: 1 };

export interface Stored {
  readonly bytes: Uint8Array;
  /** Absent for `float32`. */
  readonly quantization?: Quantization;
}

const bytesOf = (array: Float32Array | Uint16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Affine quantization with 0 kept exact, as TF.js's converter does: value = q · scale + min. */
function affine(values: Float32Array, dtype: 'uint8' | 'uint16'): Stored {
  let min = 0;
  let max = 0;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const top = dtype === 'uint8' ? 255 : 65535;
  const scale = max > min ? (max - min) / top : 1;
  const zero = Math.round(-min / scale);
  const levels = dtype === 'uint8' ? new Uint8Array(values.length) : new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) {
    levels[i] = Math.min(top, Math.max(0, Math.round(values[i] / scale) + zero));
  }
  const bytes = levels instanceof Uint8Array ? levels : bytesOf(levels);
  return { bytes, quantization: { dtype, scale, min: -zero * scale } };
}

export function store(values: Float32Array, storage: Storage): Stored {
  switch (storage) {
    case 'float32':
      return { bytes: bytesOf(values.slice()) };
    case 'float16':
      return { bytes: bytesOf(Uint16Array.from(values, toFloat16)), quantization: { dtype: 'float16' } };
    default:
      return affine(values, storage);
  }
}

/**
 * The numbers again, as float32: equal to TF.js's `decodeWeights`, but one table look-up for each uint8. `bytes` may
 * start anywhere in its buffer.
 */
export function restore(bytes: Uint8Array, quantization: Quantization | undefined): Float32Array {
  if (quantization?.dtype === 'uint8') {
    const { scale, min } = quantization;
    const table = Float32Array.from({ length: 256 }, (_, level) => level * scale + min);
    const values = new Float32Array(bytes.length);
    for (let i = 0; i < values.length; i++) values[i] = table[bytes[i]];
    return values;
  }
  // A copy, so that its address is aligned. Not by `slice`, which does not copy a Node buffer.
  const aligned = new Uint8Array(bytes).buffer;
  if (!quantization) return new Float32Array(aligned);
  const words = new Uint16Array(aligned);
  if (quantization.dtype === 'float16') return Float32Array.from(words, fromFloat16);
  const { scale, min } = quantization;
  const values = new Float32Array(words.length);
  for (let i = 0; i < values.length; i++) values[i] = words[i] * scale + min;
  return values;
}
