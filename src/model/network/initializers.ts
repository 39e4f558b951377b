import { normal, type Random } from '../../shared/random';

/** Fresh values for a weight of the given shape, row-major. */
export type Initializer = (shape: readonly number[], random: Random) => Float32Array;

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

export const zeros: Initializer = (shape) => new Float32Array(sizeOf(shape));

export function uniform(limit: number): Initializer {
  return (shape, random) => Float32Array.from({ length: sizeOf(shape) }, () => (2 * random() - 1) * limit);
}

/**
 * Glorot and Bengio 2010: uniform within √(6 / (fan in + fan out)). Of a matrix these are its sides; of a convolution
 * `[width, inputs, filters]` width · inputs and width · filters, as in Keras.
 */
export const glorotUniform: Initializer = (shape, random) => {
  const [rows, columns] = shape.slice(-2);
  const window = sizeOf(shape.slice(0, -2));
  return uniform(Math.sqrt(6 / (window * (rows + columns))))(shape, random);
};

/** Rows (or columns, whichever are fewer) are orthonormal; Saxe et al. 2014, by modified Gram–Schmidt in float64. */
export const orthogonal: Initializer = (shape, random) => {
  const [rows, columns] = shape;
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  const vectors = Array.from({ length: count }, () => Float64Array.from({ length }, () => normal(random)));
  vectors.forEach((vector, i) => {
    for (let j = 0; j < i; j++) {
      const other = vectors[j];
      let dot = 0;
      for (let k = 0; k < length; k++) dot += vector[k] * other[k];
      for (let k = 0; k < length; k++) vector[k] -= dot * other[k];
    }
    const norm = Math.hypot(...vector);
    for (let k = 0; k < length; k++) vector[k] /= norm;
  });
  const at = rows <= columns ? (r: number, c: number) => vectors[r][c] : (r: number, c: number) => vectors[c][r];
  return Float32Array.from({ length: rows * columns }, (_, i) => at(Math.floor(i / columns), i % columns));
};

/** Zeros, but ones for the forget gate (Jozefowicz et al. 2015); gate order i, f, g, o as in Keras. */
export const unitForgetBias: Initializer = (shape) => {
  const bias = new Float32Array(shape[0]);
  return bias.fill(1, shape[0] / 4, shape[0] / 2);
};
