import type { LayerActivations } from '../../model/inference/network-trace';

/** Gates and cells of an LSTM, each `[time, units]` by text position; rows of skipped words repeat the one before. */
export interface LstmCells {
  readonly input: Float64Array;
  readonly forget: Float64Array;
  /** tanh of the cell's own sum: what is written. */
  readonly candidate: Float64Array;
  readonly output: Float64Array;
  readonly cell: Float64Array;
}

/** Activates the gates and follows the cell: c = f·c + i·g. */
export function lstmCellsOf(trace: LayerActivations, mask: Float32Array): LstmCells {
  const { units, z } = trace;
  const make = () => new Float64Array(mask.length * units);
  const cells = { input: make(), forget: make(), candidate: make(), output: make(), cell: make() };
  let last = -1;
  for (const word of readingOrder(trace.direction, mask.length)) {
    const [from, to] = [last * units, word * units];
    for (let u = 0; u < units; u++) {
      const previous = last < 0 ? 0 : cells.cell[from + u];
      const at = word * 4 * units + u;
      cells.input[to + u] = sigmoid(z[at]);
      cells.forget[to + u] = sigmoid(z[at + units]);
      cells.candidate[to + u] = Math.tanh(z[at + 2 * units]);
      cells.output[to + u] = sigmoid(z[at + 3 * units]);
      cells.cell[to + u] = mask[word]
        ? cells.forget[to + u] * previous + cells.input[to + u] * cells.candidate[to + u]
        : previous;
    }
    last = word;
  }
  return cells;
}

/** The words in the order in which a direction reads them. */
export function readingOrder(direction: 'forward' | 'backward', time: number): number[] {
  const words = Array.from({ length: time }, (_, word) => word);
  return direction === 'forward' ? words : words.reverse();
}

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
