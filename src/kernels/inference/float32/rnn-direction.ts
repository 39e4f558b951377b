import type { LstmWeights } from '../int16/weights';
import { Matrix } from './matrix';
import { rowAt, rowsFor, zerosFor, type Machine, type Rows } from './rows';

/** What a forward pass stores for the backward pass: the states, one row for each word in text order. */
export interface RnnTape {
  readonly states: Rows;
}

/** Forward and backward pass of one direction of a simple recurrent layer over one text: h ← tanh(x·W + h·U + b). */
export class RnnDirection {
  private readonly kernel: Matrix;
  private readonly recurrent: Matrix;
  private readonly bias: Rows;
  private readonly none: Rows;
  private readonly dHidden: Rows;
  private readonly pass: Rows;

  /** @param inputs rows of `weights.kernel` */
  constructor(
    private readonly machine: Machine,
    weights: LstmWeights,
    inputs: number,
    private readonly units: number,
    private readonly backward: boolean,
  ) {
    this.kernel = new Matrix(machine, weights.kernel, inputs, units);
    this.recurrent = new Matrix(machine, weights.recurrent, units, units);
    [this.bias, this.none, this.dHidden, this.pass] = Array.from({ length: 4 }, () => zerosFor(machine, 1, units));
    machine.arena.floats(this.bias.at, units).set(weights.bias);
  }

  /** Writes the states to `states`, `offset` bytes into each word's row. */
  forward(x: Rows, words: number, states: Rows, offset: number): RnnTape {
    const { kernels } = this.machine;
    const own = zerosFor(this.machine, words, this.units);
    this.kernel.apply(x, words, own, this.bias.at);
    for (let step = 0; step < words; step++) {
      const word = this.placeOf(step, words);
      const h = { at: rowAt(own, word), width: own.width };
      if (step > 0) {
        const before = { at: rowAt(own, this.placeOf(step - 1, words)), width: own.width };
        this.recurrent.add(before, 1, h);
      }
      kernels.rnnStep(h.at, 0, h.at, 0, 1, this.padded, 0);
      kernels.copyRows(h.at, 0, rowAt(states, word) + offset, 0, 1, this.units, this.padded, 0, 0);
    }
    return { states: own };
  }

  /** Adds to `dX` the gradients of the inputs, from the states' gradients `offset` bytes into each row. */
  back({ states }: RnnTape, words: number, dStates: Rows, offset: number, dX: Rows): void {
    const { arena, kernels } = this.machine;
    const { dHidden, pass, none, padded } = this;
    const dz = rowsFor(this.machine, words, this.units);
    arena.floats(dz.at, words * dz.width).fill(0);
    for (const { at, width } of [dHidden, pass]) arena.floats(at, width).fill(0);
    for (let step = words - 1; step >= 0; step--) {
      const word = this.placeOf(step, words);
      const row = { at: rowAt(dz, word), width: dz.width };
      const given = rowAt(dStates, word) + offset;
      kernels.rnnStepGradient(rowAt(states, word), given, dHidden.at, pass.at, row.at, 0, 1, padded, 0);
      if (step === 0) break;
      kernels.copyRows(none.at, 0, dHidden.at, 0, 1, padded, padded, 0, 0);
      this.recurrent.addBack(row, 1, dHidden);
    }
    this.kernel.addBack(dz, words, dX);
  }

  private get padded(): number {
    return 4 * Math.ceil(this.units / 4);
  }

  private placeOf(step: number, words: number): number {
    return this.backward ? words - 1 - step : step;
  }
}
