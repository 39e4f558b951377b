import type { ScaleFor } from './columns';

/** The next multiple of 8: what the kernels take. Padded units have zero weights, so their state stays exactly 0. */
export const padded = (size: number, multiple = 8): number => Math.ceil(size / multiple) * multiple;

/** How a row-major matrix `[rows, columns]` is packed. */
export interface Packing {
  /** Rows of the packed matrix, even. */
  readonly height: number;
  /** Where each row of the matrix goes; a row to which none goes is zero. */
  readonly rows: Int32Array;
  /** Which column of the matrix stands where; -1: a column of zeros. */
  readonly order: Int32Array;
  readonly scaleFor: ScaleFor;
}

/** Columns of a panel: as many as stand in the registers at once. */
export const PANEL = 16;

/** `values` in another order, zero where there is none. */
export const reorder = (values: Float32Array, order: Int32Array): Float32Array =>
  Float32Array.from(order, (from) => (from < 0 ? 0 : values[from]));

/** 0 … size − 1, then -1 up to `length`. */
export const identityPanel = (size: number, length = size): Int32Array =>
  Int32Array.from({ length }, (_, index) => (index < size ? index : -1));

/**
 * Keras has all columns of i, then of f, g, o; the kernels want i f g o of each four units. Entry n is Keras' column
 * of the kernel's column n.
 */
export const gateOrder = (units: number): Int32Array =>
  Int32Array.from({ length: 4 * padded(units) }, (_, n) => {
    const unit = (n >> 4) * 4 + (n & 3);
    return unit < units ? ((n >> 2) & 3) * units + unit : -1;
  });

/** Where the values of the joined states of `directions` stand: each direction is padded. */
export const joinedUnits = (directions: number, units: number): Int32Array =>
  Int32Array.from({ length: directions * units }, (_, n) => Math.floor(n / units) * padded(units) + (n % units));
