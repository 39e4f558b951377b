import type { Assembly } from '../module-exports';
import type { Arena } from '../int16/arena';

/** Rows of float32 one behind the other: where the first stands, and how many floats one takes, a multiple of 16. */
export interface Rows {
  readonly at: number;
  readonly width: number;
}

/** What a float32 pass computes with: a memory of its own, and the kernels over it. */
export interface Machine {
  readonly arena: Arena;
  readonly kernels: Assembly;
}

/** The next multiple: 16 floats are what a panel of `gemm` gives, 4 what a vector register holds. */
export const roundedUp = (size: number, multiple: number): number => Math.ceil(size / multiple) * multiple;

/** Rows that hold `width` floats each; whatever stood there. */
export const rowsFor = ({ arena }: Machine, count: number, width: number): Rows => {
  const padded = roundedUp(width, 16);
  return { at: arena.allocate(4 * count * padded), width: padded };
};

/** The same, zero. */
export const zerosFor = (machine: Machine, count: number, width: number): Rows => {
  const rows = rowsFor(machine, count, width);
  machine.arena.floats(rows.at, count * rows.width).fill(0);
  return rows;
};

/** Where a row begins. */
export const rowAt = ({ at, width }: Rows, row: number): number => at + 4 * row * width;

/** Where the units of `directions` joined states stand in a row: each direction takes a multiple of four floats. */
export const joinedPlaces = (directions: number, units: number): Int32Array =>
  Int32Array.from({ length: directions * units }, (_, n) => {
    return Math.floor(n / units) * roundedUp(units, 4) + (n % units);
  });

/** 0 … size − 1. */
export const identityRow = (size: number): Int32Array => Int32Array.from({ length: size }, (_, n) => n);

/** A matrix `[places, columns]` whose rows stand where `places` says, among `height` rows, the others zero. */
export const spreadRows = (matrix: Float32Array, places: Int32Array, height: number): Float32Array => {
  const columns = matrix.length / places.length;
  const out = new Float32Array(height * columns);
  places.forEach((place, row) => out.set(matrix.subarray(row * columns, (row + 1) * columns), place * columns));
  return out;
};
