/** The sizes of one LSTM call, and the layout of its working memory. */
export interface LstmShape {
  readonly batch: number;
  readonly time: number;
  readonly inputs: number;
  readonly units: number;
  readonly reverse: boolean;
  /** Inputs and units rounded up to a multiple of four: kernels read four floats at once. */
  readonly inputsPadded: number;
  readonly unitsPadded: number;
  /** Groups of four units; each takes 16 floats of a row in gate order. */
  readonly groups: number;
  /** Floats from one row in gate order to the next: an odd number of cache lines, so that rows of a batch do not fall into the same cache sets. */
  readonly gateStride: number;
  /** Floats from one row of states or inputs to the next, for the same reason not a power of two. */
  readonly stateStride: number;
  readonly inputStride: number;
  /** The number of steps that are computed together where products do not depend on the step before. */
  readonly chunk: number;
}

const four = (n: number): number => Math.ceil(n / 4) * 4;

/** The rows of one product over several steps: few enough for the first-level cache. */
const ROWS = 64;

export function lstmShape(x: readonly number[], units: number, reverse: boolean): LstmShape {
  const [batch, time, inputs] = x;
  const groups = Math.ceil(units / 4);
  return {
    batch,
    time,
    inputs,
    units,
    reverse,
    inputsPadded: four(inputs),
    unitsPadded: groups * 4,
    groups,
    gateStride: (groups | 1) * 16,
    stateStride: groups * 4 + 4,
    inputStride: four(inputs) + 4,
    chunk: Math.max(1, Math.min(time, Math.floor(ROWS / Math.max(1, batch)))),
  };
}

/** The place in the text that is read at a step. */
export function placeOf(step: number, shape: LstmShape): number {
  return shape.reverse ? shape.time - 1 - step : step;
}
