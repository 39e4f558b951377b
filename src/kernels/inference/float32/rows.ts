import type { Assembly } from '../module-exports';
import type { Arena } from '../int16/arena';

/** Consecutive rows of float32: the address of the first, and the floats in a row, a multiple of 16. */
export interface Rows {
  readonly at: number;
  readonly width: number;
}

/** The workspace of a float32 pass: a memory of its own, and the kernels over it. */
export interface Machine {
  readonly arena: Arena;
  readonly kernels: Assembly;
}

/** The next multiple: a panel of `gemm` has 16 floats, a vector register 4. */
export const roundedUp = (size: number, multiple: number): number => Math.ceil(size / multiple) * multiple;

/** Rows of `width` floats each, not cleared. */
export const rowsFor = ({ arena }: Machine, count: number, width: number): Rows => {
  const padded = roundedUp(width, 16);
  return { at: arena.allocate(4 * count * padded), width: padded };
};

/** Rows of `width` floats each, filled with zeros. */
export const zerosFor = (machine: Machine, count: number, width: number): Rows => {
  const rows = rowsFor(machine, count, width);
  machine.arena.floats(rows.at, count * rows.width).fill(0);
  return rows;
};

/** The address of a row. */
export const rowAt = ({ at, width }: Rows, row: number): number => at + 4 * row * width;

/** The places of the units of `directions` joined states in a row: each direction takes a multiple of four floats. */
export const joinedPlaces = (directions: number, units: number): Int32Array =>
  Int32Array.from({ length: directions * units }, (_, n) => {
    return Math.floor(n / units) * roundedUp(units, 4) + (n % units);
  });

/** 0 … size − 1. */
export const identityRow = (size: number): Int32Array => Int32Array.from({ length: size }, (_, n) => n);

/** Spreads the rows of a matrix `[places, columns]` over `height` rows: each goes to its place, the other rows are zero. */
export const spreadRows = (matrix: Float32Array, places: Int32Array, height: number): Float32Array => {
  const columns = matrix.length / places.length;
  const out = new Float32Array(height * columns);
  places.forEach((place, row) => out.set(matrix.subarray(row * columns, (row + 1) * columns), place * columns));
  return out;
};
