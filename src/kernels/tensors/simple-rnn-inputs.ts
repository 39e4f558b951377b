import type { NamedAttrMap, Tensor, TensorInfo } from '@tensorflow/tfjs-core';

/** The inputs of the kernel `SaliencyRecurrence`; the first two are required. */
export const RECURRENCE_INPUTS = ['z', 'recurrentKernel', 'mask', 'hidden', 'recurrentMask'] as const;

export type RecurrenceInput = (typeof RECURRENCE_INPUTS)[number];
type Always = 'z' | 'recurrentKernel';
export type RecurrenceTensors<T extends TensorInfo = TensorInfo> = Record<Always, T> &
  Partial<Record<RecurrenceInput, T>>;

export interface RecurrenceAttributes {
  /** The name of each input in the list of inputs. tfjs saves all inputs for a gradient only if they are a list. */
  readonly names: readonly RecurrenceInput[];
  readonly reverse: boolean;
}

export const asAttributes = (attributes: RecurrenceAttributes): NamedAttrMap => attributes as unknown as NamedAttrMap;

/** Turns a list of inputs into inputs by name. */
export function recurrenceTensors<T extends TensorInfo = Tensor>(
  list: readonly T[],
  { names }: RecurrenceAttributes,
): RecurrenceTensors<T> {
  return Object.fromEntries(names.map((name, i) => [name, list[i]])) as RecurrenceTensors<T>;
}

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
