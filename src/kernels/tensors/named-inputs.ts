import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';

/** Inputs of a kernel by name: those that every call has, and those that one may leave out. */
export type NamedTensors<Required extends string, Name extends string, T extends TensorInfo = TensorInfo> = Record<
  Required,
  T
> &
  Partial<Record<Name, T>>;

/** What tells a recurrent kernel what its list of inputs holds, and from which end it reads. */
export interface RecurrentAttributes<Name extends string> {
  /** The name of each input in the list of inputs. tfjs saves all inputs for a gradient only if they are a list. */
  readonly names: readonly Name[];
  readonly reverse: boolean;
}

/** Turns a list of inputs into inputs by name. */
export const byName = <Inputs extends NamedTensors<never, string>>(
  list: readonly TensorInfo[],
  { names }: RecurrentAttributes<string>,
): Inputs => Object.fromEntries(names.map((name, i) => [name, list[i]])) as Inputs;

export const asAttributes = <Attributes extends RecurrentAttributes<string>>(attributes: Attributes): NamedAttrMap =>
  attributes as unknown as NamedAttrMap;
