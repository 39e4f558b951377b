import type { NamedTensorMap, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

/** How a recurrent network reads a batch of texts. */
export interface RecurrentOptions {
  /** `[batch, time]`, 1 = read this word, 0 = skip it: the state stays, the output repeats the state before. */
  readonly mask?: Tensor2D;
  /** Read from the last word to the first. `states[t]` still belongs to word t of the text. */
  readonly reverse?: boolean;
}

/** Dropout masks, the same at every word. */
export interface DropoutMasks {
  /** `[batch, inputs]`: factors of the inputs, already scaled. */
  readonly inputMask?: Tensor2D;
  /** `[batch, units]`: factors of the state before it is multiplied. */
  readonly recurrentMask?: Tensor2D;
}

/** What a recurrent network computes with; a weight has its gates side by side. */
interface RecurrentTensors extends DropoutMasks {
  readonly x: Tensor;
  readonly kernel: Tensor2D;
  readonly recurrentKernel: Tensor2D;
  readonly bias: Tensor1D;
  readonly recurrentBias?: Tensor1D;
  readonly mask?: Tensor2D;
}

/** @throws Error that names the first tensor whose shape or type does not fit; a mask may have any type */
export function checkRecurrent(operation: string, gates: number, tensors: RecurrentTensors): void {
  const { x, recurrentKernel } = tensors;
  if (x.shape.length !== 3) throw new Error(`${operation}: x must be [batch, time, inputs], not [${x.shape}].`);
  const [batch, time, inputs] = x.shape;
  const [units] = recurrentKernel.shape;
  const expected: Readonly<Record<keyof RecurrentTensors, readonly number[]>> = {
    x: x.shape,
    kernel: [inputs, gates * units],
    recurrentKernel: [units, gates * units],
    bias: [gates * units],
    recurrentBias: [gates * units],
    mask: [batch, time],
    inputMask: [batch, inputs],
    recurrentMask: [batch, units],
  };
  for (const [name, shape] of Object.entries(expected)) {
    const tensor = tensors[name as keyof RecurrentTensors];
    if (tensor && String(tensor.shape) !== String(shape))
      throw new Error(`${operation}: ${name} must be [${shape}], not [${tensor.shape}].`);
    if (tensor && name !== 'mask' && tensor.dtype !== 'float32')
      throw new Error(`${operation}: ${name} must be float32, not ${tensor.dtype}.`);
  }
}

/** The tensors that are given, as the list that a kernel takes, and their names. */
export function listed<Name extends string>(
  order: readonly Name[],
  given: Readonly<Partial<Record<Name, Tensor>>>,
): { readonly names: readonly Name[]; readonly list: NamedTensorMap } {
  const names = order.filter((name) => given[name]);
  return { names, list: names.map((name) => given[name]) as unknown as NamedTensorMap };
}
