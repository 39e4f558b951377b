import type { Arena } from './arena';
import type { Int16Exports } from './exports';
import { identityPanel } from './panels';
import { CHUNK, Product } from './product';
import type { RowSource } from './row-source';
import { Slots } from './slots';
import { vectorRows, type VectorRows } from './vector-rows';
import type { DenseWeights, WordVectors } from './weights';

/**
 * A cache of the first layer's input products: one float32 row for each word, with the parts of all directions. A row is
 * computed when a text first has the word, and kept while there is room. It depends on the word alone, so caching changes no
 * result. The parts are the directions of a recurrent layer, or other matrices of one size that are applied to words.
 */
export class WordRows implements RowSource {
  readonly most: number;
  private readonly product: Product;
  private readonly slots: Slots;
  private readonly vectors: VectorRows;
  private readonly directionBytes: number;
  private readonly rowBytes: number;
  private readonly slotsAt: number;
  private readonly rowsAt: number;
  private readonly fresh = new Int32Array(CHUNK);
  private ids: Int32Array = new Int32Array();
  private readyFrom = -1;
  private readyTo = -1;

  /** @param parts matrices, all with columns in the same `order` */
  constructor(
    private readonly arena: Arena,
    kernels: Int16Exports,
    words: WordVectors,
    parts: readonly DenseWeights[],
    order: Int32Array,
    cacheBytes: number,
  ) {
    this.vectors = vectorRows(arena, kernels, words);
    const { height, scaleFor } = this.vectors;
    const packing = { height, rows: identityPanel(words.dimension), order, scaleFor };
    this.product = new Product(arena, kernels, packing, parts);
    const inputs = Uint32Array.from({ length: CHUNK }, (_, index) => this.vectors.at + index * 2 * height);
    arena.addresses(this.product.rowsAt, CHUNK).set(inputs);
    this.rowBytes = 4 * this.product.columns + 64;
    this.directionBytes = (4 * this.product.columns) / parts.length;
    this.most = Math.max(CHUNK, Math.min(words.count, Math.floor(cacheBytes / this.rowBytes)));
    this.slots = new Slots(words.count, this.most);
    this.slotsAt = arena.allocate(this.most * this.rowBytes);
    this.rowsAt = arena.allocate(4 * this.most);
  }

  /** Sets the text whose rows are needed next. */
  begin(ids: Int32Array): void {
    this.ids = ids;
    this.readyFrom = -1;
  }

  prepare(from: number, to: number, direction: number): { rowsAt: number; offset: number } {
    if (from !== this.readyFrom || to !== this.readyTo) this.lookUp(from, to);
    this.readyFrom = from;
    this.readyTo = to;
    return { rowsAt: this.rowsAt, offset: direction * this.directionBytes };
  }

  /** Forgets every row. */
  forget(): void {
    this.slots.clear();
    this.readyFrom = -1;
  }

  private lookUp(from: number, to: number): void {
    const { slots, arena, product } = this;
    const rows = arena.addresses(this.rowsAt, to - from);
    const outs = arena.addresses(product.outsAt, CHUNK);
    let fresh = 0;
    slots.beginStretch();
    for (let t = from; t < to; t++) {
      const id = this.ids[t];
      const found = slots.find(id);
      const row = (rows[t - from] = this.slotsAt + (found < 0 ? ~found : found) * this.rowBytes);
      if (found >= 0) continue;
      this.fresh[fresh] = id;
      outs[fresh] = row;
      if (++fresh < CHUNK) continue;
      this.compute(fresh);
      fresh = 0;
    }
    if (fresh) this.compute(fresh);
  }

  /** Computes the rows of the first `count` new words. */
  private compute(count: number): void {
    this.vectors.write(this.fresh.subarray(0, count), this.arena.floats(this.product.rowScalesAt, count));
    this.product.run(count);
  }
}
