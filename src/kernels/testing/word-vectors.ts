import type { WordVectors } from '../inference/int16/weights';

/** Word vectors from one table `[count, dimension]`. */
export const wordVectors = (table: Float32Array, dimension: number): WordVectors => ({
  count: table.length / dimension,
  dimension,
  read: (id, target) => target.set(table.subarray(id * dimension, (id + 1) * dimension)),
});
