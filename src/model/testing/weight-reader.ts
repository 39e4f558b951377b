import { wordVectors } from '../../kernels/testing/word-vectors';
import { misfitError, type WeightReader } from '../inference/weight-reader';

/** A reader of weights that are already decoded. */
export function weightReaderOf(weights: ReadonlyMap<string, Float32Array>): WeightReader {
  const values = (name: string, size: number) => {
    const found = weights.get(name);
    if (found?.length !== size) throw misfitError(name, found?.length, size);
    return found;
  };
  return { values, rows: (name, count, dimension) => wordVectors(values(name, count * dimension), dimension) };
}
