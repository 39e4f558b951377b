import { STATE_SCALE } from './gate-constants';

const LARGEST_INT32 = 2 ** 31 - 1;
const LARGEST_INT16 = 32767;
/** A scale is kept as float32: this much more keeps its rounding from breaking a bound. */
const MARGIN = 1 + 2 ** -22;
/** ‖word‖₂ and ‖column‖₂ as integers: the product of the norms bounds every sum, and stays below 2^31. */
const EUCLIDEAN = 46340;

/** A column of weights, or a word's vector. */
export type Values = Float32Array | Float64Array | readonly number[];

/** Where float32 becomes inexact: a column of such values is none. */
const NOTHING = 1e-30;

const scale = (least: number, largest: number): number => {
  const exact = Math.max(least, largest / LARGEST_INT16) * MARGIN;
  return exact < NOTHING ? 1 : Math.fround(exact);
};

/**
 * The scale of a column that is multiplied with states: with w = round(column / scale), |Σ h·w| ≤ 8191·Σ|w| < 2^31,
 * so no int32 sum overflows, whatever the states. The bound is on the column's L1 norm, with ½ a value for rounding.
 */
export const scaleForStates = (column: Values): number => {
  let norm = 0;
  let largest = 0;
  for (const value of column) {
    const size = Math.abs(value);
    norm += size;
    if (size > largest) largest = size;
  }
  return scale(norm / (Math.floor(LARGEST_INT32 / STATE_SCALE) - column.length / 2), largest);
};

/**
 * The scale of a word's vector, or of a column that is multiplied with words' vectors: as integers both have a
 * Euclidean norm of at most 46,340, so |Σ x·w| ≤ ‖x‖·‖w‖ < 2^31 (Cauchy–Schwarz). Up to twice as fine as a bound by
 * the largest value and the L1 norm.
 */
export const scaleForWords = (vector: Values): number => {
  let square = 0;
  let largest = 0;
  for (const value of vector) {
    const size = Math.abs(value);
    square += size * size;
    if (size > largest) largest = size;
  }
  return scale(Math.sqrt(square) / (EUCLIDEAN - Math.sqrt(vector.length) / 2), largest);
};
