import { STATE_SCALE } from './gate-constants';

const LARGEST_INT32 = 2 ** 31 - 1;
const LARGEST_INT16 = 32767;
/** Scales are rounded to float32; this margin keeps the rounding from breaking a bound. */
const MARGIN = 1 + 2 ** -22;
/** ‖word‖₂ and ‖column‖₂ as integers: the product of the norms bounds every sum, and stays below 2^31. */
const EUCLIDEAN = Math.sqrt(LARGEST_INT32);

/** The statistics that a scale depends on, for a column of weights or a word's vector. */
export interface RangeMeasures {
  /** The number of values, zeros included. */
  readonly count: number;
  /** Σ|value|, Σ value², max |value|. */
  readonly sum: number;
  readonly squares: number;
  readonly largest: number;
}

export const rangeMeasures = (values: Float32Array | readonly number[]): RangeMeasures => {
  let sum = 0;
  let squares = 0;
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    sum += size;
    squares += size * size;
    if (size > largest) largest = size;
  }
  return { count: values.length, sum, squares, largest };
};

/** Gives a column, or a vector, its scale: the integers are round(value / scale). */
export type ScaleFor = (measures: RangeMeasures) => number;

/** A scale below this is inexact in float32; its column counts as zero. */
const NOTHING = 1e-30;

const scale = (least: number, largest: number): number => {
  const exact = Math.max(least, largest / LARGEST_INT16) * MARGIN;
  return exact < NOTHING ? 1 : Math.fround(exact);
};

/**
 * The scale of a column that is multiplied with states: with w = round(column / scale), |Σ h·w| ≤ 8191·Σ|w| < 2^31,
 * so no int32 sum overflows, whatever the states. The bound is on the column's L1 norm, with ½ a value for rounding.
 */
export const scaleForStates: ScaleFor = ({ count, sum, largest }) =>
  scale(sum / (Math.floor(LARGEST_INT32 / STATE_SCALE) - count / 2), largest);

/**
 * The scale of a column that is multiplied with integer vectors whose Euclidean norm is at most `norm`: then
 * |Σ x·w| ≤ ‖x‖·‖w‖ < 2^31 (Cauchy–Schwarz). Up to twice as fine as a bound by the largest value and the L1 norm.
 */
export const scaleBeside =
  (norm: number): ScaleFor =>
  ({ count, squares, largest }) =>
    scale(Math.sqrt(squares) / (LARGEST_INT32 / norm - Math.sqrt(count) / 2), largest);

/** The scale of a word's vector, and of a column beside such vectors: as integers both have a norm of at most 46,340. */
export const scaleForWords: ScaleFor = scaleBeside(EUCLIDEAN);
