import { directionsOf } from '../int16/layer';
import type { LayerWeights } from '../int16/weights';
import { LstmDirection } from './lstm-direction';
import { RnnDirection } from './rnn-direction';
import { joinedPlaces, roundedUp, spreadRows, zerosFor, type Machine, type Rows } from './rows';

/** The states of a layer, `[words][directions][units, a multiple of four]`, and what the backward pass needs. */
export interface LayerTape {
  readonly states: Rows;
  readonly tapes: readonly unknown[];
}

/** One direction of a layer. Its tape is what the forward pass stores for the backward pass; only the direction reads it. */
interface Direction<Tape> {
  forward(x: Rows, words: number, states: Rows, offset: number): Tape;
  back(tape: Tape, words: number, dStates: Rows, offset: number, dX: Rows): void;
}

/** All directions of one layer. */
export class Float32RecurrentLayer {
  /** The places of the joined units in a row of states, and how many floats of the row are used. */
  readonly places: Int32Array;
  readonly width: number;
  private readonly directions: readonly Direction<unknown>[];
  private readonly partBytes: number;

  /** @param places the places of the input's values in its rows of `inputs` floats */
  constructor(
    private readonly machine: Machine,
    weights: LayerWeights,
    places: Int32Array,
    inputs: number,
  ) {
    const { units } = weights;
    const parts = directionsOf(weights);
    this.places = joinedPlaces(parts.length, units);
    this.partBytes = 4 * roundedUp(units, 4);
    this.width = (parts.length * this.partBytes) / 4;
    this.directions = parts.map((part, direction) => {
      const kernel = spreadRows(part.kernel, places, inputs);
      const Cell = weights.cell === 'simple-rnn' ? RnnDirection : LstmDirection;
      return new Cell(machine, { ...part, kernel }, inputs, units, direction === 1);
    });
  }

  forward(x: Rows, words: number): LayerTape {
    const states = zerosFor(this.machine, words, this.width);
    const tapes = this.directions.map((direction, i) => direction.forward(x, words, states, i * this.partBytes));
    return { states, tapes };
  }

  /** The word with the last state of the direction that a place of a row belongs to. */
  lastWord(place: number, words: number): number {
    return 4 * place < this.partBytes ? words - 1 : 0;
  }

  /** The gradients of the inputs, from those of the states; in rows of `width` floats. */
  back({ tapes }: LayerTape, words: number, dStates: Rows, width: number): Rows {
    const dX = zerosFor(this.machine, words, width);
    this.directions.forEach((direction, i) => direction.back(tapes[i], words, dStates, i * this.partBytes, dX));
    return dX;
  }
}
