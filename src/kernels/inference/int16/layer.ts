import type { Arena } from './arena';
import type { Int16Exports } from './exports';
import { padded } from './panels';
import { Recurrence, type StatesAt } from './recurrence';
import type { RowSource } from './row-source';
import type { LayerWeights } from './weights';

/** The weights of a layer's directions, forward first. */
export const directionsOf = ({ forward, backward }: LayerWeights) => (backward ? [forward, backward] : [forward]);

/** A part of a text, words `from` … `to` − 1, that one direction of a layer reads. */
interface Pass {
  readonly from: number;
  readonly to: number;
  readonly rows: RowSource;
  /** Left out: nothing was read before, all states are zero. */
  readonly before?: StatesAt;
  /** After the word that is read first. */
  readonly first: StatesAt;
  /** In bytes, from one word to the next one, in reading order. */
  readonly stateStride: number;
  readonly cellStride: number;
}

/** The recurrences of one layer. Its states are int16 `[words][directions][padded(units)]`, unless a pass says otherwise. */
export class Layer {
  readonly units: number;
  readonly directions: number;
  /** The bytes of one word's states, of one direction's part of them, and of its cells. */
  readonly stateBytes: number;
  readonly partBytes: number;
  readonly cellBytes: number;
  private readonly recurrences: readonly Recurrence[];
  private readonly zeros: StatesAt;
  private readonly cellsAt: number;

  constructor(arena: Arena, kernels: Int16Exports, weights: LayerWeights, constantsAt: number) {
    this.units = weights.units;
    const directions = directionsOf(weights);
    this.directions = directions.length;
    this.partBytes = 2 * padded(weights.units);
    this.stateBytes = directions.length * this.partBytes;
    this.cellBytes = weights.cell === 'simple-rnn' ? 0 : 2 * this.partBytes;
    const zerosAt = arena.put(new Float32Array(padded(weights.units)));
    this.zeros = { states: zerosAt, cells: zerosAt };
    this.cellsAt = arena.allocate(2 * this.partBytes);
    const sumsAt = arena.allocate(16 * padded(weights.units));
    this.recurrences = directions.map(
      ({ recurrent }) => new Recurrence(arena, kernels, recurrent, weights, sumsAt, constantsAt),
    );
  }

  /** Runs every direction over `words` words, and writes their states to `statesAt`. */
  run(words: number, rows: RowSource, statesAt: number): void {
    const [from, to, cells, cellStride] = [0, words, this.cellsAt, 0];
    for (let direction = 0; direction < this.directions; direction++) {
      const stateStride = direction === 1 ? -this.stateBytes : this.stateBytes;
      const states = this.stateAt(statesAt, direction === 1 ? words - 1 : 0, direction);
      this.pass(direction, { from, to, rows, first: { states, cells }, stateStride, cellStride });
    }
  }

  /** Runs one direction over a part of a text. */
  pass(direction: number, { from, to, rows, before = this.zeros, first, stateStride, cellStride }: Pass): void {
    const backward = direction === 1;
    const after = (words: number): StatesAt => ({
      states: first.states + words * stateStride,
      cells: first.cells + words * cellStride,
    });
    for (let done = 0; done < to - from;) {
      const count = Math.min(rows.most, to - from - done);
      const start = backward ? to - done - count : from + done;
      const { rowsAt, offset } = rows.prepare(start, start + count, direction);
      this.recurrences[direction].run({
        count,
        rowsAt: backward ? rowsAt + 4 * (count - 1) : rowsAt,
        rowStride: backward ? -4 : 4,
        offset,
        before: done === 0 ? before : after(done - 1),
        first: after(done),
        stateStride,
        cellStride,
      });
      done += count;
    }
  }

  /** The address of one direction's states after a word, `partBytes` long. */
  stateAt(statesAt: number, word: number, direction: number): number {
    return statesAt + word * this.stateBytes + direction * this.partBytes;
  }
}
