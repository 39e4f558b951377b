import type { Arena } from './arena';
import type { RangeMeasures } from './columns';
import type { Int16Exports } from './exports';
import { PANEL, type Packing } from './panels';

/** A packed matrix: int16 `[columns / 16][height / 2][16][2]`, and the scales of the columns. */
export interface Packed {
  readonly at: number;
  readonly scales: Float32Array;
}

/** Quantizes and packs a matrix `[rows, columns]`; temporary memory is given back to the arena. */
export const packMatrix = (
  arena: Arena,
  kernels: Int16Exports,
  matrix: Float32Array,
  columns: number,
  packing: Packing,
  at = arena.allocate(2 * packing.height * packing.order.length),
): Packed => {
  const { height, rows, order } = packing;
  const mark = arena.mark();
  const matrixAt = arena.put(matrix);
  // Clear the memory, because the kernel writes only existing rows and columns.
  const outAt = arena.shorts(at, height * order.length).fill(0).byteOffset;
  const scales = scalesOf(arena, kernels, matrixAt, columns, packing);
  const inverses = Float64Array.from(scales, (scale) => 1 / scale);
  const places = Int32Array.from(rows, (row) => (row >> 1) * PANEL * 2 + (row & 1));
  const addresses = [places, order, inverses].map((values) => arena.put(values));
  kernels.packColumns(
    matrixAt,
    rows.length,
    columns,
    addresses[0],
    addresses[1],
    addresses[2],
    order.length,
    height,
    outAt,
  );
  arena.release(mark);
  return { at, scales };
};

/** The scale of each packed column; 1 for padding. */
const scalesOf = (
  arena: Arena,
  kernels: Int16Exports,
  matrixAt: number,
  columns: number,
  { height, rows, order, scaleFor }: Packing,
): Float32Array => {
  const at = arena.allocate(24 * (columns + 1));
  kernels.measureColumns(matrixAt, rows.length, columns, at);
  const found = new Float64Array(arena.memory.buffer, at, 3 * (columns + 1));
  const measures = (column: number): RangeMeasures => ({
    count: height,
    sum: found[column],
    squares: found[columns + 1 + column],
    largest: found[2 * (columns + 1) + column],
  });
  return Float32Array.from(order, (from) => (from < 0 ? 1 : scaleFor(measures(from))));
};
