import type { Arena } from './arena';
import type { Int16Exports } from './exports';
import { padded } from './panels';
import { Recurrence } from './recurrence';
import type { RowSource } from './row-source';
import type { LayerWeights } from './weights';

/** The weights of a layer's directions, forward first. */
export const directionsOf = ({ forward, backward }: LayerWeights) => (backward ? [forward, backward] : [forward]);

/** The recurrences of one layer. Its states are int16 `[words][directions][padded(units)]`. */
export class Layer {
  readonly units: number;
  readonly directions: number;
  /** Bytes of one word's states, and of one direction's part of them. */
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
      ({ recurrent }) => new Recurrence(arena, kernels, recurrent, weights.units, sumsAt, constantsAt),
    );
  }

  /** Runs every direction over `words` words, and writes their states from `statesAt` on. */
  run(words: number, rows: RowSource, statesAt: number): void {
    this.recurrences.forEach((recurrence, direction) => {
      const backward = direction === 1;
      const stride = backward ? -this.stateBytes : this.stateBytes;
      for (let done = 0; done < words;) {
        const count = Math.min(rows.most, words - done);
        const from = backward ? words - done - count : done;
        const { rowsAt, offset } = rows.prepare(from, from + count, direction);
        const first = backward ? from + count - 1 : from;
        const steps = {
          count,
          rowsAt: rowsAt + 4 * (first - from),
          rowStride: backward ? -4 : 4,
          offset,
          statesAt: statesAt + first * this.stateBytes + direction * this.partBytes,
          stateStride: stride,
        };
        recurrence.run(steps, done === 0);
        done += count;
      }
    });
  }
}
