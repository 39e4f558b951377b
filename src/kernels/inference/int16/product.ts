import type { Arena } from './arena';
import type { Int16Exports } from './exports';
import { packMatrix } from './pack';
import { type Packing, reorder } from './panels';
import type { DenseWeights } from './weights';

/** The rows of one call: few enough that their inputs stay in the first-level cache while the weights are read. */
export const CHUNK = 64;

/**
 * Rows of int16 times a packed matrix, plus a bias, to float32. The caller writes up to `CHUNK` addresses of rows and
 * of results, and the rows' scales where they differ; then `run`.
 */
export class Product {
  readonly columns: number;
  /** Addresses of `CHUNK` addresses, and of as many float32 factors (1 until written). */
  readonly rowsAt: number;
  readonly outsAt: number;
  readonly rowScalesAt: number;
  private readonly weightsAt: number;
  private readonly scalesAt: number;
  private readonly biasAt: number;

  /**
   * @param parts matrices that are put next to each other, each packed by `packing`
   * @param factor multiplies the scales of the columns; for states it is 1 / 8191
   */
  constructor(
    arena: Arena,
    private readonly kernels: Int16Exports,
    private readonly packing: Packing,
    parts: readonly DenseWeights[],
    factor = 1,
  ) {
    const { height, order } = packing;
    this.columns = parts.length * order.length;
    this.rowsAt = arena.allocate(4 * CHUNK);
    this.outsAt = arena.allocate(4 * CHUNK);
    this.rowScalesAt = arena.put(new Float32Array(CHUNK).fill(1));
    this.weightsAt = arena.allocate(2 * height * this.columns);
    this.scalesAt = arena.allocate(4 * this.columns);
    this.biasAt = arena.allocate(4 * this.columns);
    parts.forEach(({ kernel, bias }, part) => {
      const at = part * order.length;
      const { scales } = packMatrix(arena, kernels, kernel, bias.length, packing, this.weightsAt + 2 * height * at);
      arena.floats(this.scalesAt + 4 * at, order.length).set(scales.map((scale) => scale * factor));
      arena.floats(this.biasAt + 4 * at, order.length).set(reorder(bias, order));
    });
  }

  /** Computes `count` rows; `biasAt` is the address of another bias to use. */
  run(count: number, biasAt = this.biasAt): void {
    this.kernels.int16Product(
      count,
      this.rowsAt,
      this.rowScalesAt,
      this.packing.height,
      this.weightsAt,
      this.columns,
      this.scalesAt,
      biasAt,
      this.outsAt,
    );
  }
}
