import { levelVectors, type WordLevels, type WordVectors } from '../../kernels/inference/int16/weights';
import { misfitError, type WeightReader } from '../inference/weight-reader';
import { fromFloat16 } from './float16';
import { BYTES, restore, type Quantization } from './quantization';

/** A weight as it is stored in its file; only the parts that are asked for are decoded. */
export interface StoredWeight {
  /** Row-major; may start anywhere in its buffer. */
  readonly bytes: Uint8Array;
  /** Absent: float32. */
  readonly quantization?: Quantization;
}

/** How many numbers it has. */
export const countOf = ({ bytes, quantization }: StoredWeight): number =>
  bytes.length / BYTES[quantization?.dtype ?? 'float32'];

/** Stored weights by name and size. */
export interface StoredWeights {
  /** @throws SaliencyError where it is missing or has another size */
  stored(name: string, size: number): StoredWeight;
}

/** Reads weights out of a model's files. */
export function storedReader(weights: ReadonlyMap<string, StoredWeight>): WeightReader & StoredWeights {
  const stored = (name: string, size: number): StoredWeight => {
    const found = weights.get(name);
    if (!found || countOf(found) !== size) throw misfitError(name, found && countOf(found), size);
    return found;
  };
  return {
    stored,
    values: (name, size) => {
      const { bytes, quantization } = stored(name, size);
      return restore(bytes, quantization);
    },
    rows: (name, count, dimension) => rowsOf(stored(name, count * dimension), dimension),
  };
}

/** All weights as float32. */
export const restoreAll = (weights: ReadonlyMap<string, StoredWeight>): Map<string, Float32Array> =>
  new Map([...weights].map(([name, { bytes, quantization }]) => [name, restore(bytes, quantization)]));

/** Rows that are decoded one at a time, straight into where they are needed; uint8 ones not even that. */
function rowsOf(weight: StoredWeight, dimension: number): WordVectors {
  const levels = levelsOf(weight);
  if (levels) return levelVectors(levels, dimension);
  const { bytes, quantization } = weight;
  const size = BYTES[quantization?.dtype ?? 'float32'];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const valueAt = readerOf(view, quantization);
  return {
    count: bytes.length / size / dimension,
    dimension,
    read(id, target) {
      for (let k = 0, at = id * dimension * size; k < dimension; k++, at += size) target[k] = valueAt(at);
    },
  };
}

function readerOf(view: DataView, quantization: Quantization | undefined): (at: number) => number {
  if (!quantization) return (at) => view.getFloat32(at, true);
  if (quantization.dtype === 'float16') return (at) => fromFloat16(view.getUint16(at, true));
  const { dtype, scale, min } = quantization;
  if (dtype === 'uint8') return (at) => view.getUint8(at) * scale + min;
  return (at) => view.getUint16(at, true) * scale + min;
}

/** uint8 levels, one of which stands for 0, as our quantization and that of TensorFlow.js write them. */
function levelsOf({ bytes, quantization }: StoredWeight): WordLevels | undefined {
  if (quantization?.dtype !== 'uint8') return undefined;
  const { scale, min } = quantization;
  const zero = Math.round(-min / scale);
  const exact = Math.abs(min + zero * scale) <= 1e-6 * scale;
  return exact && zero >= 0 && zero <= 255 ? { bytes, zero, scale } : undefined;
}
