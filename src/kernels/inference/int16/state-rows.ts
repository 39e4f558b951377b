import type { Arena } from './arena';
import { orderOf } from './cell';
import { scaleForStates } from './columns';
import type { Int16Exports } from './exports';
import { directionsOf } from './layer';
import { STATE_SCALE } from './gate-constants';
import { joinedUnits, padded } from './panels';
import { CHUNK, Product } from './product';
import type { RowSource } from './row-source';
import type { LayerWeights } from './weights';

/**
 * The input products of a layer above the first. They differ for every text, so they are computed in chunks for one
 * direction, right before the recurrence reads them from the second-level cache.
 */
export class StateRows implements RowSource {
  readonly most = CHUNK;
  private readonly products: readonly Product[];
  private readonly rowsAt: number;
  private readonly inputBytes: number;
  private statesAt = 0;
  private stride = 0;

  /** @param below the layer whose joined states are the input */
  constructor(
    private readonly arena: Arena,
    kernels: Int16Exports,
    layer: LayerWeights,
    below: LayerWeights,
  ) {
    const parts = below.backward ? 2 : 1;
    const height = parts * padded(below.units);
    this.inputBytes = 2 * height;
    const packing = {
      height,
      rows: joinedUnits(parts, below.units),
      order: orderOf(layer),
      scaleFor: scaleForStates,
    };
    this.products = directionsOf(layer).map((one) => new Product(arena, kernels, packing, [one], 1 / STATE_SCALE));
    const rowBytes = 4 * packing.order.length;
    const scratch = arena.allocate(CHUNK * rowBytes);
    this.rowsAt = arena.allocate(4 * CHUNK);
    const chunk = Uint32Array.from({ length: CHUNK }, (_, index) => scratch + index * rowBytes);
    for (const at of [this.rowsAt, ...this.products.map(({ outsAt }) => outsAt)]) arena.addresses(at, CHUNK).set(chunk);
  }

  /** The states of the layer below: of the first word, and the bytes from one word to the next. */
  begin(statesAt: number, stride = this.inputBytes): void {
    this.statesAt = statesAt;
    this.stride = stride;
  }

  prepare(from: number, to: number, direction: number): { rowsAt: number; offset: number } {
    const product = this.products[direction];
    const inputs = this.arena.addresses(product.rowsAt, to - from);
    for (let t = from; t < to; t++) inputs[t - from] = this.statesAt + t * this.stride;
    product.run(to - from);
    return { rowsAt: this.rowsAt, offset: 0 };
  }
}
