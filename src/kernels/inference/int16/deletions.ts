import type { Layer } from './layer';
import type { RowSource } from './row-source';
import { goesOn, inputOf, type Stack } from './stack';

/** Copies of a direction's cells just before each deleted word, from its pass over the whole text. */
type Cells = readonly (Float32Array | undefined)[];

/** One direction of one layer, which reads the text without the word `out[index]`. */
interface Deletion {
  readonly layer: number;
  readonly direction: number;
  readonly index: number;
  readonly done: number;
  readonly rows: RowSource;
}

/**
 * The states of a text with one word deleted, for several words in turn; byte for byte those of the shortened text.
 *
 * Before the deleted word nothing changes for a direction, so it continues from its state there: half of the work on average.
 * This holds if a layer's input for those words is unchanged: for the first layer, and for layers above layers of one
 * direction. A layer that reads states of the other direction is computed again from the start.
 */
export class DeletionEncoder {
  private readonly wholeAt: readonly number[];
  private readonly leftAt: readonly number[];
  /** Indexed by layer, direction and deleted word. */
  private readonly cells: readonly (readonly Cells[])[];

  /**
   * @param ids of the words, none of them skipped
   * @param out positions of the words to delete, ascending, at least one
   */
  constructor(
    private readonly stack: Stack,
    private readonly ids: Int32Array,
    private readonly out: readonly number[],
  ) {
    const { arena, layers } = stack;
    const room = ({ stateBytes }: Layer) => arena.allocate(ids.length * stateBytes);
    this.wholeAt = layers.map(room);
    this.leftAt = layers.map(room);
    this.cells = layers.map((layer, index) => {
      if (!goesOn(stack, index)) return [];
      const rows = inputOf(stack, index, ids, (below) => this.wholeAt[below]);
      return Array.from({ length: layer.directions }, (_, direction) => this.cellsAlong(index, direction, rows));
    });
  }

  /**
   * Deletes one word after the other.
   * @param visit gets the address of the states `[words − 1]` of the topmost layer
   */
  each(visit: (statesAt: number, index: number) => void): void {
    const { stack, ids, out } = this;
    const { layers } = stack;
    const left = ids.slice(1);
    // Position `at` of `left` is word `at + 1` of the text until that is the one left out.
    let done = 0;
    out.forEach((word, index) => {
      left.set(ids.subarray(done, word), done);
      layers.forEach((layer, at) => {
        const rows = inputOf(stack, at, left, (below) => this.leftAt[below]);
        if (!goesOn(stack, at)) return layer.run(left.length, rows, this.leftAt[at]);
        for (let direction = 0; direction < layer.directions; direction++)
          this.goOn({ layer: at, direction, index, done, rows });
      });
      done = word;
      visit(this.leftAt[layers.length - 1], index);
    });
  }

  /** Reads the whole text as far as needed, and copies the cells on the way. */
  private cellsAlong(index: number, direction: number, rows: RowSource): Cells {
    const { ids, out } = this;
    const layer = this.stack.layers[index];
    const statesAt = this.wholeAt[index];
    const kept = new Array<Float32Array | undefined>(out.length).fill(undefined);
    if (direction === 0) {
      out.forEach((word, at) => {
        const from = at === 0 ? 0 : out[at - 1];
        layer.pass(0, { from, to: word, rows, statesAt, resumed: from > 0 });
        if (word > 0) kept[at] = layer.cells(0).slice();
      });
      return kept;
    }
    for (let at = out.length - 1; at >= 0; at--) {
      const to = at === out.length - 1 ? ids.length : out[at + 1] + 1;
      layer.pass(1, { from: out[at] + 1, to, rows, statesAt, resumed: to < ids.length });
      if (out[at] + 1 < ids.length) kept[at] = layer.cells(1).slice();
    }
    return kept;
  }

  /** Computes the states from the deleted word on; `done` is the word that was deleted before. */
  private goOn({ layer: level, direction, index, done, rows }: Deletion): void {
    const { ids, out } = this;
    const layer = this.stack.layers[level];
    const statesAt = this.leftAt[level];
    const word = out[index];
    // For the words after it, the states of the backward direction exist since the first pass.
    if (direction === 0) this.copy(layer, level, 0, done, word, 0);
    else if (index === 0) this.copy(layer, level, 1, word, ids.length - 1, 1);
    const cells = this.cells[level][direction][index];
    if (cells) layer.cells(direction).set(cells);
    const stretch = direction === 0 ? { from: word, to: ids.length - 1 } : { from: 0, to: word };
    layer.pass(direction, { ...stretch, rows, statesAt, resumed: cells !== undefined });
  }

  /** Copies states of the whole text to words `from` … `to` − 1 of the shortened one; in the whole text they are `shift` words further. */
  private copy(layer: Layer, index: number, direction: number, from: number, to: number, shift: number): void {
    const bytes = new Uint8Array(this.stack.arena.memory.buffer);
    for (let word = from; word < to; word++) {
      const at = layer.stateAt(this.wholeAt[index], word + shift, direction);
      bytes.copyWithin(layer.stateAt(this.leftAt[index], word, direction), at, at + layer.partBytes);
    }
  }
}
