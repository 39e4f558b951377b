import type { Arena } from './arena';
import type { Int16Exports } from './exports';
import { gatesOf, orderOf } from './cell';
import { scaleForStates } from './columns';
import { STATE_SCALE } from './gate-constants';
import { packMatrix } from './pack';
import { identityPanel, padded } from './panels';
import type { LayerWeights } from './weights';

/** Where a direction's states and, of an LSTM, its cells are. */
export interface StatesAt {
  readonly states: number;
  readonly cells: number;
}

/** The addresses and strides, in bytes, of the input products of some words and of their states. */
export interface Steps {
  readonly count: number;
  /** Address of the first word's address of its input product. */
  readonly rowsAt: number;
  readonly rowStride: number;
  /** From a row's address to this direction's part of it. */
  readonly offset: number;
  /** What was there before the first word, in reading order. */
  readonly before: StatesAt;
  /** What there is after it. */
  readonly first: StatesAt;
  readonly stateStride: number;
  /** 0: each word's cells take the place of those before. */
  readonly cellStride: number;
}

/** The recurrent weights of one direction of a layer. */
export class Recurrence {
  private readonly weightsAt: number;
  private readonly scalesAt: number;
  private readonly width: number;

  /** @param recurrent `[units, 4 * units]`, of a simple recurrent layer `[units, units]`; `sumsAt`: scratch of `4 * padded(units)` int32 */
  constructor(
    arena: Arena,
    private readonly kernels: Int16Exports,
    recurrent: Float32Array,
    private readonly layer: LayerWeights,
    private readonly sumsAt: number,
    private readonly constantsAt: number,
  ) {
    const { units } = layer;
    this.width = padded(units);
    const packing = { height: this.width, rows: identityPanel(units), order: orderOf(layer), scaleFor: scaleForStates };
    const { at, scales } = packMatrix(arena, kernels, recurrent, gatesOf(layer) * units, packing);
    this.weightsAt = at;
    this.scalesAt = arena.put(scales.map((scale) => scale / STATE_SCALE));
  }

  run({ count, rowsAt, rowStride, offset, before, first, stateStride, cellStride }: Steps): void {
    const { kernels, width, weightsAt, scalesAt, sumsAt, constantsAt } = this;
    if (this.layer.cell === 'simple-rnn') {
      kernels.int16Rnn(
        count,
        width,
        rowsAt,
        rowStride,
        offset,
        weightsAt,
        scalesAt,
        before.states,
        first.states,
        stateStride,
        sumsAt,
        constantsAt,
      );
      return;
    }
    kernels.int16Lstm(
      count,
      width,
      rowsAt,
      rowStride,
      offset,
      weightsAt,
      scalesAt,
      before.states,
      first.states,
      stateStride,
      before.cells,
      first.cells,
      cellStride,
      sumsAt,
      constantsAt,
    );
  }
}
