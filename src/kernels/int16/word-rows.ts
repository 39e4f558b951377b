import type { Arena } from './arena';
import { scaleForWords } from './columns';
import type { Int16Exports } from './exports';
import { gateOrder, identity, padded } from './panels';
import { CHUNK, Product } from './product';
import type { RowSource } from './row-source';
import { Slots } from './slots';
import type { LstmWeights, WordVectors } from './weights';

/**
 * The first layer's input products, one float32 row a word with the parts of all directions: computed when a word is
 * first met, and kept while there is room. A row depends on its word alone, so what was kept changes no figure.
 */
export class WordRows implements RowSource {
  readonly most: number;
  private readonly product: Product;
  private readonly slots: Slots;
  private readonly vectors: VectorTable;
  private readonly directionBytes: number;
  private readonly rowBytes: number;
  private readonly slotsAt: number;
  private readonly rowsAt: number;
  private ids: Int32Array = new Int32Array();
  private readyFrom = -1;
  private readyTo = -1;

  constructor(
    private readonly arena: Arena,
    kernels: Int16Exports,
    words: WordVectors,
    directions: readonly LstmWeights[],
    units: number,
    cacheBytes: number,
  ) {
    this.vectors = quantizeVectors(arena, words);
    const packing = {
      height: padded(words.dimension),
      rows: identity(words.dimension),
      order: gateOrder(units),
      scaleFor: scaleForWords,
    };
    this.product = new Product(arena, kernels, packing, directions);
    this.rowBytes = 4 * this.product.columns + 64;
    this.directionBytes = (4 * this.product.columns) / directions.length;
    this.most = Math.max(CHUNK, Math.min(words.count, Math.floor(cacheBytes / this.rowBytes)));
    this.slots = new Slots(words.count, this.most);
    this.slotsAt = arena.allocate(this.most * this.rowBytes);
    this.rowsAt = arena.allocate(4 * this.most);
  }

  /** The text whose rows are asked for next. */
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
    const { slots, arena, product, vectors } = this;
    const rows = arena.addresses(this.rowsAt, to - from);
    const inputs = arena.addresses(product.rowsAt, CHUNK);
    const outs = arena.addresses(product.outsAt, CHUNK);
    const scales = arena.floats(product.rowScalesAt, CHUNK);
    let fresh = 0;
    slots.beginStretch();
    for (let t = from; t < to; t++) {
      const id = this.ids[t];
      const found = slots.find(id);
      const row = (rows[t - from] = this.slotsAt + (found < 0 ? ~found : found) * this.rowBytes);
      if (found >= 0) continue;
      inputs[fresh] = vectors.at + id * vectors.bytes;
      outs[fresh] = row;
      scales[fresh] = vectors.scales[id];
      if (++fresh < CHUNK) continue;
      product.run(fresh);
      fresh = 0;
    }
    if (fresh) product.run(fresh);
  }
}

interface VectorTable {
  readonly at: number;
  /** Of one vector. */
  readonly bytes: number;
  readonly scales: Float32Array;
}

const quantizeVectors = (arena: Arena, words: WordVectors): VectorTable => {
  const height = padded(words.dimension);
  const at = arena.allocate(2 * height * words.count);
  const values = arena.shorts(at, height * words.count);
  const scales = new Float32Array(words.count);
  const vector = new Float32Array(words.dimension);
  for (let id = 0; id < words.count; id++) {
    words.read(id, vector);
    const scale = (scales[id] = scaleForWords(vector));
    for (let k = 0; k < vector.length; k++) values[id * height + k] = Math.round(vector[k] / scale);
  }
  return { at, bytes: 2 * height, scales };
};
