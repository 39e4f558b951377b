import type { LstmWeights } from '../int16/weights';
import { roundedUp, rowAt, rowsFor, zerosFor, type Machine, type Rows } from './rows';

/** What a forward pass stores for the backward pass: activated gates and cells, one row for each word in text order. */
export interface LstmTape {
  readonly gates: Rows;
  readonly cells: Rows;
}

/** Forward and backward pass (Werbos 1990) of one direction of an LSTM layer over one text, with the kernels of training. */
export class LstmDirection {
  private readonly groups: number;
  private readonly padded: number;
  private readonly inputsPadded: number;
  private readonly kernelAt: number;
  private readonly kernelBackAt: number;
  private readonly recurrentAt: number;
  private readonly recurrentBackAt: number;
  private readonly biasAt: number;
  /** Two rows of zeros that are never written to: the states and cells before the first word, and missing gradients. */
  private readonly none: Rows;
  private readonly dHidden: Rows;
  private readonly dCell: Rows;
  private readonly pass: Rows;

  /** @param inputs rows of `weights.kernel` */
  constructor(
    private readonly machine: Machine,
    weights: LstmWeights,
    private readonly inputs: number,
    private readonly units: number,
    private readonly backward: boolean,
  ) {
    this.groups = Math.ceil(units / 4);
    this.padded = 4 * this.groups;
    this.inputsPadded = roundedUp(inputs, 4);
    this.kernelAt = this.pack(weights.kernel, inputs, this.inputsPadded);
    this.kernelBackAt = this.packBack(weights.kernel, inputs);
    this.recurrentAt = this.pack(weights.recurrent, units, this.padded);
    this.recurrentBackAt = this.packBack(weights.recurrent, units);
    this.biasAt = this.pack(weights.bias, 1, 1);
    [this.none, this.dHidden, this.dCell, this.pass] = Array.from({ length: 4 }, () => zerosFor(machine, 1, units));
  }

  /** Writes the states to `states`, `offset` bytes into each word's row. */
  forward(x: Rows, words: number, states: Rows, offset: number): LstmTape {
    const { kernels } = this.machine;
    const { groups, padded } = this;
    // An odd number of cache lines, so that neighbouring rows do not fall into the same cache sets.
    const gates = rowsFor(this.machine, words, 16 * (groups | 1));
    const cells = rowsFor(this.machine, words, padded);
    const stride = 4 * gates.width;
    kernels.gemm(x.at, 4 * x.width, words, this.inputsPadded, this.kernelAt, groups, this.biasAt, 0, gates.at, stride);
    for (let step = 0; step < words; step++) {
      const word = this.placeOf(step, words);
      const before = this.placeOf(step - 1, words);
      const [z, cell] = [rowAt(gates, word), rowAt(cells, word)];
      if (step > 0) {
        const h = rowAt(states, before) + offset;
        kernels.gemm(h, stride, 1, padded, this.recurrentAt, groups, z, stride, z, stride);
      }
      const from = step > 0 ? rowAt(cells, before) : this.none.at;
      kernels.copyRows(from, 0, cell, 0, 1, padded, padded, 0, 0);
      kernels.lstmStep(z, stride, rowAt(states, word) + offset, cell, stride, 1, groups, 0);
    }
    return { gates, cells };
  }

  /** Adds to `dX` the gradients of the inputs, from the states' gradients `offset` bytes into each row. Overwrites the tape. */
  back({ gates, cells }: LstmTape, words: number, dStates: Rows, offset: number, dX: Rows): void {
    const { arena, kernels } = this.machine;
    const { groups, none, dHidden, dCell, pass, padded } = this;
    for (const { at, width } of [dHidden, dCell, pass]) arena.floats(at, width).fill(0);
    const stride = 4 * gates.width;
    const panels = Math.ceil(this.units / 16);
    for (let step = words - 1; step >= 0; step--) {
      const word = this.placeOf(step, words);
      const z = rowAt(gates, word);
      const before = step > 0 ? rowAt(cells, this.placeOf(step - 1, words)) : none.at;
      kernels.lstmStepGradient(
        z,
        z,
        stride,
        rowAt(cells, word),
        before,
        rowAt(dStates, word) + offset,
        none.at,
        dHidden.at,
        dCell.at,
        pass.at,
        stride,
        1,
        groups,
        0,
      );
      if (step === 0) break;
      kernels.gemm(z, stride, 1, 16 * groups, this.recurrentBackAt, panels, none.at, 0, dHidden.at, stride);
      kernels.flushRows(dHidden.at, 0, 1, padded, 0, 0);
    }
    const back = Math.ceil(this.inputs / 16);
    const line = 4 * dX.width;
    kernels.gemm(gates.at, stride, words, 16 * groups, this.kernelBackAt, back, dX.at, line, dX.at, line);
  }

  private placeOf(step: number, words: number): number {
    return this.backward ? words - 1 - step : step;
  }

  private pack(matrix: Float32Array, rows: number, height: number): number {
    const { arena, kernels } = this.machine;
    const at = arena.allocate(64 * this.groups * height);
    return this.withValues(matrix, (from) => kernels.packGates(from, rows, height, this.units, at), at);
  }

  private packBack(matrix: Float32Array, rows: number): number {
    const { arena, kernels } = this.machine;
    const at = arena.allocate(4 * roundedUp(rows, 16) * 16 * this.groups);
    return this.withValues(matrix, (from) => kernels.packGatesTransposed(from, rows, this.units, at), at);
  }

  private withValues(values: Float32Array, use: (at: number) => void, result: number): number {
    const { arena } = this.machine;
    const mark = arena.mark();
    use(arena.put(values));
    arena.release(mark);
    return result;
  }
}
