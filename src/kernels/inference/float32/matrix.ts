import { roundedUp, rowAt, type Machine, type Rows } from './rows';

/** A matrix `[inputs, outputs]` packed for products with it and with its transpose. */
export class Matrix {
  private readonly straightAt: number;
  private readonly transposedAt: number;
  private readonly panels: number;
  private readonly panelsBack: number;
  private readonly noneAt: number;

  constructor(
    private readonly machine: Machine,
    values: Float32Array,
    private readonly inputs: number,
    outputs: number,
  ) {
    const { arena, kernels } = machine;
    this.panels = Math.ceil(outputs / 16);
    this.panelsBack = Math.ceil(inputs / 16);
    const height = roundedUp(inputs, 4);
    this.straightAt = arena.allocate(64 * this.panels * height);
    this.transposedAt = arena.allocate(64 * this.panelsBack * 16 * this.panels);
    this.noneAt = arena.put(new Float32Array(16 * Math.max(this.panels, this.panelsBack)));
    const mark = arena.mark();
    const from = arena.put(values);
    kernels.packMatrix(from, outputs, 1, inputs, height, outputs, this.straightAt);
    kernels.packMatrix(from, 1, outputs, outputs, 16 * this.panels, inputs, this.transposedAt);
    arena.release(mark);
  }

  /** out = x·M + bias, row by row; `biasAt` 0: none. */
  apply(x: Rows, count: number, out: Rows, biasAt = 0): void {
    const height = roundedUp(this.inputs, 4);
    this.gemm(x, count, height, this.straightAt, this.panels, biasAt || this.noneAt, 0, out);
  }

  /** out += x·M, row by row. */
  add(x: Rows, count: number, out: Rows): void {
    const height = roundedUp(this.inputs, 4);
    this.gemm(x, count, height, this.straightAt, this.panels, out.at, 4 * out.width, out);
  }

  /** out += d·Mᵀ, row by row. */
  addBack(d: Rows, count: number, out: Rows): void {
    this.gemm(d, count, 16 * this.panels, this.transposedAt, this.panelsBack, out.at, 4 * out.width, out);
  }

  private gemm(
    x: Rows,
    count: number,
    height: number,
    at: number,
    panels: number,
    init: number,
    initStride: number,
    out: Rows,
  ): void {
    this.machine.kernels.gemm(
      rowAt(x, 0),
      4 * x.width,
      count,
      height,
      at,
      panels,
      init,
      initStride,
      rowAt(out, 0),
      4 * out.width,
    );
  }
}
