import type { ScaleFor } from './columns';

/** The next multiple of 8, which the kernels need. Padded units have zero weights, so their state stays exactly 0. */
export const padded = (size: number, multiple = 8): number => Math.ceil(size / multiple) * multiple;

/** How a row-major matrix `[rows, columns]` is packed. */
export interface Packing {
  /** Rows of the packed matrix, even. */
  readonly height: number;
  /** The packed row of each row of the matrix; the remaining packed rows are zero. */
  readonly rows: Int32Array;
  /** The column of the matrix for each packed column; -1: a column of zeros. */
  readonly order: Int32Array;
  readonly scaleFor: ScaleFor;
}

/** The columns of a panel: as many as fit into the registers. */
export const PANEL = 16;

/** `values` in another order, with zeros for -1. */
export const reorder = (values: Float32Array, order: Int32Array): Float32Array =>
  Float32Array.from(order, (from) => (from < 0 ? 0 : values[from]));

/** 0 … size − 1, then -1 up to `length`. */
export const identityPanel = (size: number, length = size): Int32Array =>
  Int32Array.from({ length }, (_, index) => (index < size ? index : -1));

/**
 * Keras stores all columns of i, then of f, g, o; the kernels need i f g o of four units at a time. Entry n is the Keras
 * column of the kernel's column n.
 */
export const gateOrder = (units: number): Int32Array =>
  Int32Array.from({ length: 4 * padded(units) }, (_, n) => {
    const unit = (n >> 4) * 4 + (n & 3);
    return unit < units ? ((n >> 2) & 3) * units + unit : -1;
  });

/** The places of the values of `directions` joined states; each direction is padded. */
export const joinedUnits = (directions: number, units: number): Int32Array =>
  Int32Array.from({ length: directions * units }, (_, n) => Math.floor(n / units) * padded(units) + (n % units));
