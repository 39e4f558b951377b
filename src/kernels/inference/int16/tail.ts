import type { Arena } from './arena';
import { rangeMeasures, scaleForWords } from './columns';
import type { Int16Exports } from './exports';
import { identityPanel, padded, PANEL } from './panels';
import { Product } from './product';
import type { HiddenWeights } from './weights';

const ACTIVATIONS: Readonly<Record<HiddenWeights['activation'], (value: number) => number>> = {
  relu: (value) => Math.max(0, value),
  tanh: Math.tanh,
  linear: (value) => value,
};

/** A dense layer before the output: one row of int16 with its own scale, times int16 columns. */
export class HiddenLayer {
  private readonly product: Product;
  private readonly inputAt: number;
  private readonly height: number;
  private readonly outAt: number;

  constructor(
    private readonly arena: Arena,
    kernels: Int16Exports,
    private readonly weights: HiddenWeights,
  ) {
    const outputs = weights.bias.length;
    const inputs = weights.kernel.length / outputs;
    this.height = padded(inputs);
    const order = identityPanel(outputs, padded(outputs, PANEL));
    const packing = { height: this.height, rows: identityPanel(inputs), order, scaleFor: scaleForWords };
    this.product = new Product(arena, kernels, packing, [weights]);
    this.inputAt = arena.allocate(2 * this.height);
    this.outAt = arena.allocate(4 * this.product.columns);
    arena.addresses(this.product.rowsAt, 1)[0] = this.inputAt;
    arena.addresses(this.product.outsAt, 1)[0] = this.outAt;
  }

  run(features: Float32Array): Float32Array {
    const { arena, product, weights } = this;
    const scale = scaleForWords(rangeMeasures(features));
    const row = arena.shorts(this.inputAt, this.height);
    features.forEach((value, n) => (row[n] = Math.round(value / scale)));
    arena.floats(product.rowScalesAt, 1)[0] = scale;
    product.run(1);
    const activate = ACTIVATIONS[weights.activation];
    return Float32Array.from(arena.floats(this.outAt, weights.bias.length), activate);
  }
}
