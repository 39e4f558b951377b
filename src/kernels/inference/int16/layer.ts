import type { Arena } from './arena';
import type { Int16Exports } from './exports';
import { padded } from './panels';
import { Recurrence } from './recurrence';
import type { RowSource } from './row-source';
import type { LayerWeights } from './weights';

/** The weights of a layer's directions, forward first. */
export const directionsOf = ({ forward, backward }: LayerWeights) => (backward ? [forward, backward] : [forward]);

/** A part of a text, words `from` … `to` − 1, that one direction of a layer reads. */
interface Pass {
  readonly from: number;
  readonly to: number;
  readonly rows: RowSource;
  /** The address of the first word's states. */
  readonly statesAt: number;
  /** True: continue from the states of the word before (in reading order) and the present cells. False: start from zero. */
  readonly resumed: boolean;
}

/** The recurrences of one layer. Its states are int16 `[words][directions][padded(units)]`. */
export class Layer {
  readonly units: number;
  readonly directions: number;
  /** The bytes of one word's states, and of one direction's part of them. */
  readonly stateBytes: number;
  readonly partBytes: number;
  private readonly recurrences: readonly Recurrence[];

  constructor(arena: Arena, kernels: Int16Exports, weights: LayerWeights, constantsAt: number) {
    this.units = weights.units;
    const directions = directionsOf(weights);
    this.directions = directions.length;
    this.partBytes = 2 * padded(weights.units);
    this.stateBytes = directions.length * this.partBytes;
    const sumsAt = arena.allocate(16 * padded(weights.units));
    this.recurrences = directions.map(
      ({ recurrent }) => new Recurrence(arena, kernels, recurrent, weights, sumsAt, constantsAt),
    );
  }

  /** Runs every direction over `words` words, and writes their states to `statesAt`. */
  run(words: number, rows: RowSource, statesAt: number): void {
    for (let direction = 0; direction < this.directions; direction++)
      this.pass(direction, { from: 0, to: words, rows, statesAt, resumed: false });
  }

  /** Runs one direction over a part of a text. */
  pass(direction: number, { from, to, rows, statesAt, resumed }: Pass): void {
    const backward = direction === 1;
    const stride = backward ? -this.stateBytes : this.stateBytes;
    for (let done = 0; done < to - from;) {
      const count = Math.min(rows.most, to - from - done);
      const first = backward ? to - done - count : from + done;
      const { rowsAt, offset } = rows.prepare(first, first + count, direction);
      const start = backward ? first + count - 1 : first;
      const steps = {
        count,
        rowsAt: rowsAt + 4 * (start - first),
        rowStride: backward ? -4 : 4,
        offset,
        statesAt: this.stateAt(statesAt, start, direction),
        stateStride: stride,
      };
      this.recurrences[direction].run(steps, done === 0 && !resumed);
      done += count;
    }
  }

  /** The address of one direction's states after a word, `partBytes` long. */
  stateAt(statesAt: number, word: number, direction: number): number {
    return statesAt + word * this.stateBytes + direction * this.partBytes;
  }

  /** The cells of a direction after its last pass, float32; a view that is valid until memory grows. */
  cells(direction: number): Float32Array {
    return this.recurrences[direction].cells;
  }
}
