import type { WordVectors } from '../../kernels/inference/int16/weights';
import { SaliencyError } from '../../shared/saliency-error';

/** Weights by name, as an architecture asks for them. Both throw a `SaliencyError` that names what does not fit. */
export interface WeightReader {
  /** `size` numbers, row-major; not to be written to. */
  values(name: string, size: number): Float32Array;
  /** A large matrix `[count, dimension]` that is read row by row. */
  rows(name: string, count: number, dimension: number): WordVectors;
}

/** The error of a weight that is missing, or has another size than its architecture needs. */
export function misfitError(name: string, found: number | undefined, needed: number): SaliencyError {
  const has = found === undefined ? 'is missing' : `has ${found} values`;
  return new SaliencyError(`Weight "${name}" ${has}; the architecture needs ${needed}.`, 'damaged-model');
}
