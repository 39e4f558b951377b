import type { Arena } from './arena';
import type { Layer } from './layer';
import type { StateRows } from './state-rows';
import type { WordRows } from './word-rows';

/** The layers of an encoder, from the words up, and what makes their input products. */
export interface Stack {
  readonly arena: Arena;
  readonly words: WordRows;
  /** Of the second layer and those above it. */
  readonly above: readonly StateRows[];
  readonly layers: readonly Layer[];
}

/** What a direction knew of the whole text just before each word that is left out: a copy of its cells. */
type Cells = readonly (Float32Array | undefined)[];

/**
 * The states of a text with one word left out, for some of its words in turn, byte for byte those of the shortened text.
 *
 * Before the word left out nothing changes for a direction, so it goes on from there: half of the work on average. That
 * holds where all that a layer reads of those words is the same: the first layer, and layers above layers of one
 * direction. What reads states of the other direction is run anew.
 */
export class DeletionEncoder {
  private readonly wholeAt: readonly number[];
  private readonly leftAt: readonly number[];
  /** By layer, direction and word left out. */
  private readonly cells: readonly (readonly Cells[])[];

  /**
   * @param ids of the words, none of them skipped
   * @param out positions of the words that are left out, ascending, at least one
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
      if (!this.goesOn(index)) return [];
      this.begin(index, ids, this.wholeAt);
      return Array.from({ length: layer.directions }, (_, direction) => this.cellsAlong(index, direction));
    });
  }

  /**
   * Leaves out one word after the other.
   * @param visit gets where the states `[words − 1]` of the topmost layer stand
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
        this.begin(at, left, this.leftAt);
        if (!this.goesOn(at)) layer.run(left.length, this.rows(at), this.leftAt[at]);
        else for (let direction = 0; direction < layer.directions; direction++) this.goOn(at, direction, index, done);
      });
      done = word;
      visit(this.leftAt[layers.length - 1], index);
    });
  }

  /** Whether a layer reads the same of the words before the one left out as of the whole text. */
  private goesOn(index: number): boolean {
    return index === 0 || this.stack.layers.slice(0, index + 1).every(({ directions }) => directions === 1);
  }

  private rows(index: number): WordRows | StateRows {
    return index === 0 ? this.stack.words : this.stack.above[index - 1];
  }

  private begin(index: number, ids: Int32Array, statesAt: readonly number[]): void {
    if (index === 0) this.stack.words.begin(ids);
    else this.stack.above[index - 1].begin(statesAt[index - 1]);
  }

  /** Reads the whole text as far as is needed, and keeps the cells on the way. */
  private cellsAlong(index: number, direction: number): Cells {
    const { ids, out } = this;
    const layer = this.stack.layers[index];
    const [rows, statesAt] = [this.rows(index), this.wholeAt[index]];
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

  /** From where the word is missing on; `done`: the word that was left out before. */
  private goOn(index: number, direction: number, at: number, done: number): void {
    const { ids, out } = this;
    const layer = this.stack.layers[index];
    const [rows, statesAt] = [this.rows(index), this.leftAt[index]];
    const word = out[at];
    // Of the words behind it, what the backward direction knows is there from the first time on.
    if (direction === 0) this.copy(layer, index, 0, done, word, 0);
    else if (at === 0) this.copy(layer, index, 1, word, ids.length - 1, 1);
    const cells = this.cells[index][direction][at];
    if (cells) layer.cells(direction).set(cells);
    const stretch = direction === 0 ? { from: word, to: ids.length - 1 } : { from: 0, to: word };
    layer.pass(direction, { ...stretch, rows, statesAt, resumed: cells !== undefined });
  }

  /** States of the whole text for words `from` … `to` − 1 of the shortened one, which stand `shift` further there. */
  private copy(layer: Layer, index: number, direction: number, from: number, to: number, shift: number): void {
    const bytes = new Uint8Array(this.stack.arena.memory.buffer);
    for (let word = from; word < to; word++) {
      const at = layer.stateAt(this.wholeAt[index], word + shift, direction);
      bytes.copyWithin(layer.stateAt(this.leftAt[index], word, direction), at, at + layer.partBytes);
    }
  }
}
