import { normal, uniform } from './random.mjs';

/**
 * The weights that every engine is given. Matrices are row-major; columns of `kernel` and `recurrent` are i f g o.
 * @typedef {object} Direction
 * @property {Float32Array} kernel `[inputs, 4 * units]`
 * @property {Float32Array} recurrent `[units, 4 * units]`
 * @property {Float32Array} bias `[4 * units]`
 *
 * @typedef {object} Weights
 * @property {number} vocabulary
 * @property {number} dimension
 * @property {Float32Array} embedding `[vocabulary, dimension]`
 * @property {{ bytes: Uint8Array, zero: number, scale: number }} [levels] the same vectors as a model's file has them
 * @property {{ inputs: number, units: number, directions: Direction[] }[]} layers forward and backward each
 * @property {{ width: number, hidden: number, kernel: Float32Array, bias: Float32Array, query: Float32Array }} attention
 * @property {{ count: number, kernel: Float32Array, bias: Float32Array }} output
 */

/** Rows of an orthogonal matrix, by Gram-Schmidt, twice for exactness. */
const orthogonal = (size, next) => {
  const rows = Array.from({ length: size }, () => Float64Array.from({ length: size }, next));
  rows.forEach((row, index) => {
    for (let pass = 0; pass < 2; pass++)
      for (const other of rows.slice(0, index)) {
        const share = row.reduce((sum, value, k) => sum + value * other[k], 0);
        row.forEach((value, k) => (row[k] = value - share * other[k]));
      }
    const norm = Math.hypot(...row);
    row.forEach((value, k) => (row[k] = value / norm));
  });
  return rows;
};

/** Orthogonal per gate as Keras draws them, one entry in a hundred four times as large, as training makes some. */
const recurrentMatrix = (units, next, chance) => {
  const out = new Float32Array(units * 4 * units);
  for (let gate = 0; gate < 4; gate++)
    orthogonal(units, next).forEach((row, k) =>
      row.forEach((value, n) => (out[k * 4 * units + gate * units + n] = value * (chance() < 0.01 ? 4 : 1))),
    );
  return out;
};

/**
 * Embedding → BiLSTM(units) × layers → feed-forward attention → dense, of magnitudes as training leaves them.
 * @param {{ layers: number, units?: number, seed?: number }} options
 * @returns {Weights}
 */
export const makeWeights = ({ layers, units = 128, seed = 1 }) => {
  const next = normal(seed), chance = uniform(seed + 1), vocabulary = 20_000, dimension = 128; // prettier-ignore
  const values = (count, size) => new Float32Array(count).map(() => size * next());
  const direction = (inputs) => ({
    kernel: values(inputs * 4 * units, 0.3 * Math.sqrt(128 / inputs)),
    recurrent: recurrentMatrix(units, next, chance),
    bias: values(4 * units, 0.1).map((value, n) => value + (n >= units && n < 2 * units ? 1 : 0)),
  });
  // Levels, as shipped models have them; every engine gets the very same numbers.
  const zero = 128, scale = 1 / 64; // prettier-ignore
  const bytes = new Uint8ClampedArray(vocabulary * dimension);
  for (let word = 0; word < vocabulary; word++) {
    const size = 0.1 + 0.4 * chance();
    for (let k = 0; k < dimension; k++) bytes[word * dimension + k] = zero + (size * next()) / scale;
  }
  const embedding = Float32Array.from(bytes, (level) => (level - zero) * scale);
  const width = 2 * units, hidden = 64, count = 2; // prettier-ignore
  const inputsOf = (index) => (index ? width : dimension);
  return {
    vocabulary,
    dimension,
    embedding,
    levels: { bytes: new Uint8Array(bytes.buffer), zero, scale },
    layers: Array.from({ length: layers }, (_, index) => ({
      inputs: inputsOf(index),
      units,
      directions: [direction(inputsOf(index)), direction(inputsOf(index))],
    })),
    attention: {
      width,
      hidden,
      kernel: values(width * hidden, 0.1),
      bias: values(hidden, 0.1),
      query: values(hidden, 0.3),
    },
    output: { count, kernel: values(width * count, 0.5), bias: values(count, 0.1) },
  };
};
