import { Arena } from './int16/arena';
import { instantiate } from './int16/exports';
import { padded } from './int16/panels';
import type { Assembly } from './module-exports';

/** Rows that are copied into the kernels' memory at once. */
const CHUNK = 64;

/** A dense layer on rows of float32, summed in float64 from the first value of a row to the last. */
export class WideSums {
  /** Sums of a row, a multiple of 8: the columns, then zeros. */
  readonly columns: number;
  private readonly arena = new Arena();
  private readonly kernels: Assembly;
  private readonly width: number;
  private readonly panelsAt: number;
  private readonly startsAt: number;
  private readonly rowsAt: number;
  private readonly outAt: number;

  /** @param kernel `[width, bias.length]` */
  constructor(module: WebAssembly.Module, kernel: Float32Array, bias: Float32Array) {
    const { arena } = this;
    this.kernels = instantiate(module, arena.memory) as unknown as Assembly;
    this.width = kernel.length / bias.length;
    this.columns = padded(bias.length);
    const starts = new Float64Array(this.columns);
    starts.set(bias);
    this.panelsAt = arena.put(panelsOf(kernel, bias.length));
    this.startsAt = arena.put(starts);
    this.rowsAt = arena.allocate(4 * CHUNK * this.width);
    this.outAt = arena.allocate(8 * CHUNK * this.columns);
  }

  /** `[rows, columns]` of rows `[rows, width]`. */
  run(rows: Float32Array): Float64Array {
    const { arena, kernels, width, columns, rowsAt } = this;
    const count = rows.length / width;
    const sums = new Float64Array(count * columns);
    for (let done = 0; done < count; done += CHUNK) {
      const some = rows.subarray(done * width, (done + CHUNK) * width);
      arena.floats(rowsAt, some.length).set(some);
      const chunk = some.length / width;
      kernels.wideSums(chunk, rowsAt, width, this.panelsAt, columns, this.startsAt, this.outAt);
      sums.set(new Float64Array(arena.memory.buffer, this.outAt, chunk * columns), done * columns);
    }
    return sums;
  }
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
