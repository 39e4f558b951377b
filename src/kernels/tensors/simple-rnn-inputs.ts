import type { NamedAttrMap, Tensor, TensorInfo } from '@tensorflow/tfjs-core';

/** All that the kernel `SaliencyRecurrence` may be given; the first two always. */
export const RECURRENCE_INPUTS = ['z', 'recurrentKernel', 'mask', 'hidden', 'recurrentMask'] as const;

export type RecurrenceInput = (typeof RECURRENCE_INPUTS)[number];
type Always = 'z' | 'recurrentKernel';
export type RecurrenceTensors<T extends TensorInfo = TensorInfo> = Record<Always, T> &
  Partial<Record<RecurrenceInput, T>>;

export interface RecurrenceAttributes {
  /** Which input each place of the list of inputs holds. tfjs saves all inputs for a gradient only when they are a list. */
  readonly names: readonly RecurrenceInput[];
  readonly reverse: boolean;
}

export const asAttributes = (attributes: RecurrenceAttributes): NamedAttrMap => attributes as unknown as NamedAttrMap;

/** A list of inputs by name. */
export function recurrenceTensors<T extends TensorInfo = Tensor>(
  list: readonly T[],
  { names }: RecurrenceAttributes,
): RecurrenceTensors<T> {
  return Object.fromEntries(names.map((name, i) => [name, list[i]])) as RecurrenceTensors<T>;
}

/** Sizes of one call. Rows of the batch lie `stride` floats apart, which is no power of two; `padded` of them count. */
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
