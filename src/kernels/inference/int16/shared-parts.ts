import type { Layer } from './layer';
import { goesOn, inputOf, type Stack } from './stack';
import { turnsOf, type Turn } from './turns';

/** Where states are copied from and to: texts, and how many words, as a direction of a layer reads them. */
interface Copied {
  readonly from: number;
  readonly to: number;
  readonly words: number;
}

/**
 * The states of several texts, byte for byte those of each alone. What texts begin with alike, the forward direction reads
 * once, and what they end with alike, the backward direction: about half of the work for the parts of one text. A layer
 * whose input differs there (`goesOn`) reads every text from its start.
 */
export class SharedParts {
  /** `[layer][text]`: addresses of states. */
  private readonly statesAt: readonly (readonly number[])[];

  /** @param texts the ids of their words, none of them skipped */
  constructor(
    private readonly stack: Stack,
    private readonly texts: readonly Int32Array[],
  ) {
    const { arena, layers } = stack;
    this.statesAt = layers.map(({ stateBytes }) => texts.map(({ length }) => arena.allocate(length * stateBytes)));
    const turns = [turnsOf(texts, false), turnsOf(texts, true)];
    layers.forEach((layer, index) => {
      if (!goesOn(stack, index))
        return texts.forEach(({ length }, text) =>
          layer.run(length, this.inputOf(index, text), this.statesAt[index][text]),
        );
      for (let direction = 0; direction < layer.directions; direction++)
        this.readInTurn(index, direction, turns[direction]);
    });
  }

  /** @param visit gets the address of a text's states in the topmost layer, one text after the other */
  each(visit: (statesAt: number, text: number) => void): void {
    this.statesAt[this.statesAt.length - 1].forEach(visit);
  }

  private readInTurn(index: number, direction: number, turns: readonly Turn[]): void {
    const layer = this.stack.layers[index];
    /** By how many words were read: the cells then. */
    const cells = new Map<number, Float32Array>();
    turns.forEach(({ text, shared, branches }, turn) => {
      const { length } = this.texts[text];
      const statesAt = this.statesAt[index][text];
      const rows = this.inputOf(index, text);
      if (shared > 0) {
        this.copy(index, direction, { from: turns[turn - 1].text, to: text, words: shared });
        layer.cells(direction).set(cells.get(shared)!);
      }
      let done = shared;
      const readTo = (to: number): void => {
        const stretch = direction === 0 ? { from: done, to } : { from: length - to, to: length - done };
        layer.pass(direction, { ...stretch, rows, statesAt, resumed: done > 0 });
        done = to;
      };
      for (const branch of branches) {
        readTo(branch);
        cells.set(branch, layer.cells(direction).slice());
      }
      readTo(length);
    });
  }

  /** Copies the states of what two texts share. */
  private copy(index: number, direction: number, { from, to, words }: Copied): void {
    const layer = this.stack.layers[index];
    const bytes = new Uint8Array(this.stack.arena.memory.buffer);
    for (let word = 0; word < words; word++) {
      const at = this.stateAt(layer, { index, text: from, direction, word });
      bytes.copyWithin(this.stateAt(layer, { index, text: to, direction, word }), at, at + layer.partBytes);
    }
  }

  /** The address of a direction's states after `words` + 1 words. */
  private stateAt(
    layer: Layer,
    { index, text, direction, word }: { index: number; text: number; direction: number; word: number },
  ): number {
    const place = direction === 0 ? word : this.texts[text].length - 1 - word;
    return layer.stateAt(this.statesAt[index][text], place, direction);
  }

  private inputOf(index: number, text: number) {
    return inputOf(this.stack, index, this.texts[text], (layer) => this.statesAt[layer][text]);
  }
}
