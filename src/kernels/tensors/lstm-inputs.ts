import type { TensorInfo } from '@tensorflow/tfjs-core';
import { bytesAt, numbersOf } from './heap';
import type { LstmShape } from './lstm-shape';
import type { NamedTensors, RecurrentAttributes } from './named-inputs';
import type { Scratch } from './scratch';

/** The inputs of the LSTM kernel; the first four are required. */
export const LSTM_INPUTS = ['x', 'kernel', 'recurrentKernel', 'bias', 'mask', 'inputMask', 'recurrentMask'] as const;

export type LstmInput = (typeof LSTM_INPUTS)[number];
export type LstmTensors<T extends TensorInfo = TensorInfo> = NamedTensors<
  'x' | 'kernel' | 'recurrentKernel' | 'bias',
  LstmInput,
  T
>;

export interface LstmAttributes extends RecurrentAttributes<LstmInput> {
  /** Whether a gradient will be needed; then the gates are kept. */
  readonly keepGates: boolean;
  /** Whether only the gradient needs the cells; then they are a block, and have no gradient themselves. */
  readonly statesOnly: boolean;
}

/** Which rows of a batch read the word at a place of the text. */
export interface ActiveRows {
  /** Address of bytes [time][batch], 1 where a row reads its word; 0 where every row reads every word. */
  readonly active: number;
  /** Whether any row reads the word at a place of the text. */
  anyAt(place: number): boolean;
}

export function activeRows(
  { mask }: Pick<Partial<LstmTensors>, 'mask'>,
  shape: Pick<LstmShape, 'batch' | 'time'>,
  scratch: Scratch,
): ActiveRows {
  const { batch, time } = shape;
  if (!mask) return { active: 0, anyAt: () => true };
  const active = scratch.floats(Math.ceil((batch * time) / 4));
  const bytes = bytesAt(active, batch * time);
  const any = new Uint8Array(time);
  const numbers = numbersOf(mask);
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < time; t++) {
      const reads = Number(numbers[b * time + t] !== 0);
      bytes[t * batch + b] = reads;
      any[t] |= reads;
    }
  }
  return { active, anyAt: (place) => any[place] === 1 };
}
