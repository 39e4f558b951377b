import { Arena } from './int16/arena';
import { instantiate } from './int16/exports';
import { padded } from './int16/panels';
import type { Assembly } from './module-exports';

/** Rows that are copied into the kernels' memory at once. */
const CHUNK = 64;

/** A dense layer on rows of float32, summed in float64 from the first value of a row to the last. */
export interface WideSums {
  /** Sums of a row, a multiple of 8: the columns, then zeros. */
  readonly columns: number;
  /** `[rows, columns]` of rows `[rows, width]`. */
  run(rows: Float32Array): Float64Array;
}

/** @param kernel `[width, bias.length]` */
export function wideSumsOf(module: WebAssembly.Module, kernel: Float32Array, bias: Float32Array): WideSums {
  const arena = new Arena();
  const kernels = instantiate(module, arena.memory) as unknown as Assembly;
  const width = kernel.length / bias.length;
  const columns = padded(bias.length);
  const starts = new Float64Array(columns);
  starts.set(bias);
  const panelsAt = arena.put(panelsOf(kernel, bias.length));
  const startsAt = arena.put(starts);
  const rowsAt = arena.allocate(4 * CHUNK * width);
  const outAt = arena.allocate(8 * CHUNK * columns);
  return {
    columns,
    run(rows) {
      const sums = new Float64Array((rows.length / width) * columns);
      for (let done = 0; done * width < rows.length; done += CHUNK) {
        const some = rows.subarray(done * width, (done + CHUNK) * width);
        arena.floats(rowsAt, some.length).set(some);
        const count = some.length / width;
        kernels.wideSums(count, rowsAt, width, panelsAt, columns, startsAt, outAt);
        sums.set(new Float64Array(arena.memory.buffer, outAt, count * columns), done * columns);
      }
      return sums;
    },
  };
}

/** A matrix `[width, columns]` as `[columns / 8][width][8]`, the missing columns 0. */
function panelsOf(kernel: Float32Array, columns: number): Float64Array {
  const width = kernel.length / columns;
  const panels = new Float64Array(width * padded(columns));
  for (let i = 0; i < width; i++)
    for (let column = 0; column < columns; column++)
      panels[((column >> 3) * width + i) * 8 + (column & 7)] = kernel[i * columns + column];
  return panels;
}
