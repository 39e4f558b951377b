import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { NamedTensors, RecurrentAttributes } from './named-inputs';

/** The inputs of the kernel `SaliencyRecurrence`; the first two are required. */
export const RECURRENCE_INPUTS = ['z', 'recurrentKernel', 'mask', 'recurrentMask'] as const;

export type RecurrenceInput = (typeof RECURRENCE_INPUTS)[number];
export type RecurrenceTensors<T extends TensorInfo = TensorInfo> = NamedTensors<
  'z' | 'recurrentKernel',
  RecurrenceInput,
  T
>;

export type RecurrenceAttributes = RecurrentAttributes<RecurrenceInput>;

/** The sizes of one call. Rows of the batch are `stride` floats apart, which is not a power of two; `padded` floats of a row are used. */
export interface RecurrenceShape {
  readonly batch: number;
  readonly time: number;
  readonly units: number;
  readonly reverse: boolean;
  readonly panels: number;
  readonly padded: number;
  readonly stride: number;
}

export function recurrenceShape(z: readonly number[], reverse: boolean): RecurrenceShape {
  const [batch, time, units] = z;
  const panels = Math.ceil(units / 16);
  return { batch, time, units, reverse, panels, padded: panels * 16, stride: panels * 16 + 4 };
}
