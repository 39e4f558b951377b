import type { Assembly } from '../module-exports';
import { Arena } from '../int16/arena';
import { instantiate, type Int16Exports } from '../int16/exports';
import { padded } from '../int16/panels';
import type { WordVectors } from '../int16/weights';

/**
 * A weighted sum of rows of a large matrix: a dense layer with a sparse input. Rows in uint8 are used as stored in their file;
 * others are decoded when they are first needed.
 */
export class WeightedRows {
  private readonly arena = new Arena();
  private readonly kernels: Int16Exports & Assembly;
  private readonly tableAt: number;
  private readonly mark: number;

  constructor(
    module: WebAssembly.Module,
    private readonly matrix: WordVectors,
  ) {
    this.kernels = instantiate(module, this.arena.memory) as Int16Exports & Assembly;
    const { levels } = matrix;
    // Padding, because the last row is also read eight values at a time.
    this.tableAt = this.arena.allocate(levels ? levels.bytes.length + 8 : 0);
    if (levels) new Uint8Array(this.arena.memory.buffer, this.tableAt).set(levels.bytes);
    this.mark = this.arena.mark();
  }

  /** start + Σ values[i] · row ids[i], `[dimension]`. */
  sum(ids: Int32Array, values: Float32Array, start: Float32Array): Float32Array {
    const { arena, matrix } = this;
    arena.release(this.mark);
    const size = padded(matrix.dimension);
    const out = arena.allocate(4 * size);
    const valuesAt = arena.put(values);
    arena.floats(out, size).fill(0);
    if (matrix.levels) this.sumLevels(ids, valuesAt, out, matrix.levels);
    else this.sumValues(ids, valuesAt, out);
    const sums = arena.floats(out, matrix.dimension);
    return start.map((value, unit) => value + sums[unit]);
  }

  get bytes(): number {
    return this.arena.memory.buffer.byteLength;
  }

  private sumLevels(
    ids: Int32Array,
    valuesAt: number,
    out: number,
    { zero, scale }: NonNullable<WordVectors['levels']>,
  ): void {
    const { arena, matrix, tableAt } = this;
    const rowsAt = arena.allocate(4 * ids.length);
    const rows = arena.addresses(rowsAt, ids.length);
    ids.forEach((id, i) => (rows[i] = tableAt + id * matrix.dimension));
    this.kernels.weightedLevels(ids.length, rowsAt, valuesAt, matrix.dimension, zero, scale, out);
  }

  private sumValues(ids: Int32Array, valuesAt: number, out: number): void {
    const { arena, matrix, kernels } = this;
    const { dimension } = matrix;
    const [tableAt, placesAt] = [arena.allocate(4 * ids.length * dimension), arena.allocate(4 * ids.length)];
    ids.forEach((id, i) => matrix.read(id, arena.floats(tableAt + 4 * i * dimension, dimension)));
    arena.addresses(placesAt, ids.length).set(Uint32Array.from(ids, (_, i) => i));
    kernels.sparseProduct(placesAt, valuesAt, 1, ids.length, tableAt, ids.length, dimension, out);
  }
}
