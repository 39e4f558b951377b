import type { NamedAttrMap, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { bytesAt, numbersOf } from './heap';
import type { LstmShape } from './lstm-shape';
import type { Scratch } from './scratch';

/** All that the LSTM kernel may be given; the first four always. */
export const LSTM_INPUTS = [
  'x',
  'kernel',
  'recurrentKernel',
  'bias',
  'mask',
  'lengths',
  'hidden',
  'cell',
  'inputMask',
  'recurrentMask',
] as const;

export type LstmInput = (typeof LSTM_INPUTS)[number];
export type Always = 'x' | 'kernel' | 'recurrentKernel' | 'bias';
export type LstmTensors<T extends TensorInfo = TensorInfo> = Record<Always, T> & Partial<Record<LstmInput, T>>;

export interface LstmAttributes {
  /** Which input each place of the list of inputs holds. tfjs saves all inputs for a gradient only when they are a list. */
  readonly names: readonly LstmInput[];
  readonly reverse: boolean;
  /** Whether a gradient will be asked for: the gates are kept. */
  readonly keepGates: boolean;
  /** Whether nobody but the gradient sees the cells: they are a block then, and have no gradient of their own. */
  readonly statesOnly: boolean;
}

/** A list of inputs by name. */
export function byName<T extends TensorInfo = Tensor>(list: readonly T[], attributes: LstmAttributes): LstmTensors<T> {
  return Object.fromEntries(attributes.names.map((name, i) => [name, list[i]])) as LstmTensors<T>;
}

export const asAttributes = (attributes: LstmAttributes): NamedAttrMap => attributes as unknown as NamedAttrMap;

/** Which rows of a batch read their word. */
export interface ActiveRows {
  /** Address of bytes [time][batch], 1 where a row reads its word; 0 where every row reads every word. */
  readonly active: number;
  /** Whether any row reads at a place of the text. */
  anyAt(place: number): boolean;
}

export function activeRows(
  inputs: Pick<Partial<LstmTensors>, 'mask' | 'lengths'>,
  shape: Pick<LstmShape, 'batch' | 'time'>,
  scratch: Scratch,
): ActiveRows {
  const { batch, time } = shape;
  const given = inputs.mask ?? inputs.lengths;
  if (!given) return { active: 0, anyAt: () => true };
  const active = scratch.floats(Math.ceil((batch * time) / 4));
  const bytes = bytesAt(active, batch * time);
  const any = new Uint8Array(time);
  const numbers = numbersOf(given);
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < time; t++) {
      const reads = Number(inputs.mask ? numbers[b * time + t] !== 0 : t < numbers[b]);
      bytes[t * batch + b] = reads;
      any[t] |= reads;
    }
  }
  return { active, anyAt: (place) => any[place] === 1 };
}
