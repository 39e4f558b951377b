import type { Arena } from './arena';
import type { Int16Exports } from './exports';
import { packMatrix } from './pack';
import { PANEL, type Packing, reorder } from './panels';
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

  /**
   * The integer sums of `count` parts of rows: where the inputs are several parts of the same length, what the part adds.
   * @param rows the first part's address, and the bytes from one to the next
   * @param outs the first result's address, int32 `[columns]`, and the bytes from one to the next
   */
  partSums(
    count: number,
    { part, parts }: { readonly part: number; readonly parts: number },
    rows: { readonly at: number; readonly stride: number },
    outs: { readonly at: number; readonly stride: number },
  ): void {
    const { kernels, weightsAt, columns } = this;
    // Of one input, and of all columns of a panel.
    const bytes = 2 * PANEL;
    const inputs = this.packing.height / parts;
    for (let done = 0; done < count; done += CHUNK) {
      kernels.int16Sums(
        Math.min(CHUNK, count - done),
        rows.at + done * rows.stride,
        rows.stride,
        inputs,
        weightsAt + part * inputs * bytes,
        this.packing.height * bytes,
        columns,
        outs.at + done * outs.stride,
        outs.stride,
      );
    }
  }

  /**
   * The rows of which two parts have these sums, byte for byte as `run` gives them where no row has a scale of its own.
   * @param sums two addresses of `count` addresses, `offset` bytes before the sums
   */
  joinSums(
    count: number,
    sums: { readonly ones: number; readonly others: number; readonly offset: number },
    outAt: number,
    biasAt = this.biasAt,
  ): void {
    const { kernels, columns, scalesAt } = this;
    kernels.joinedSums(count, columns, sums.ones, sums.others, sums.offset, scalesAt, biasAt, outAt);
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
