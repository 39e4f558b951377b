import type { Arena } from './arena';
import type { Int16Exports } from './exports';
import { gatesOf, orderOf } from './cell';
import { scaleForStates } from './columns';
import { STATE_SCALE } from './gate-constants';
import { packMatrix } from './pack';
import { identityPanel, padded } from './panels';
import type { LayerWeights } from './weights';

/** The addresses and strides, in bytes, of the input products of some words and of their states. */
export interface Steps {
  readonly count: number;
  /** Address of the first word's address of its input product. */
  readonly rowsAt: number;
  readonly rowStride: number;
  /** From a row's address to this direction's part of it. */
  readonly offset: number;
  readonly statesAt: number;
  readonly stateStride: number;
}

/** The recurrent weights of one direction of a layer. */
export class Recurrence {
  private readonly weightsAt: number;
  private readonly scalesAt: number;
  private readonly cellsAt: number;
  private readonly zerosAt: number;
  private readonly width: number;

  /** @param recurrent `[units, 4 * units]`, of a simple recurrent layer `[units, units]`; `sumsAt`: scratch of `4 * padded(units)` int32 */
  constructor(
    private readonly arena: Arena,
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
    this.cellsAt = arena.allocate(4 * this.width);
    this.zerosAt = arena.put(new Int16Array(this.width));
  }

  /** The cells of an LSTM after its last run; a view that is valid until memory grows. */
  get cells(): Float32Array {
    return this.arena.floats(this.cellsAt, this.width);
  }

  /** Runs from a zero state, or continues the last run, whose last states are one stride before the first. */
  run(steps: Steps, fromZero: boolean): void {
    if (this.layer.cell === 'simple-rnn') return this.runSimple(steps, fromZero);
    if (fromZero) this.cells.fill(0);
    this.kernels.int16Lstm(
      steps.count,
      this.width,
      steps.rowsAt,
      steps.rowStride,
      steps.offset,
      this.weightsAt,
      this.scalesAt,
      fromZero ? this.zerosAt : steps.statesAt - steps.stateStride,
      steps.statesAt,
      steps.stateStride,
      this.cellsAt,
      this.sumsAt,
      this.constantsAt,
    );
  }

  private runSimple(steps: Steps, fromZero: boolean): void {
    this.kernels.int16Rnn(
      steps.count,
      this.width,
      steps.rowsAt,
      steps.rowStride,
      steps.offset,
      this.weightsAt,
      this.scalesAt,
      fromZero ? this.zerosAt : steps.statesAt - steps.stateStride,
      steps.statesAt,
      steps.stateStride,
      this.sumsAt,
      this.constantsAt,
    );
  }
}
