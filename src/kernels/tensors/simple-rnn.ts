import { engine, mul, reshape, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { conv1d } from './conv1d';
import { RECURRENCE_INPUTS, type RecurrenceTensors } from './simple-rnn-inputs';
import { asAttributes } from './named-inputs';

export interface SimpleRnnOptions {
  /** `[batch, time]`, 1 = read this word, 0 = skip it: the state stays, the output repeats the state before. */
  readonly mask?: Tensor2D;
  /** Read from the last word to the first. `states[t]` still belongs to word t of the text. */
  readonly reverse?: boolean;
  /** `[batch, units]`; by default zeros. */
  readonly initialState?: Tensor2D;
  /** `[batch, inputs]`: factors of the inputs, the same at every word (a dropout mask, already scaled). */
  readonly inputMask?: Tensor2D;
  /** `[batch, units]`: factors of the state before it is multiplied, the same at every word. */
  readonly recurrentMask?: Tensor2D;
}

/**
 * A simple recurrent network over texts: h ← tanh(x·kernel + h·recurrentKernel + bias), x `[batch, time, inputs]`,
 * kernel `[inputs, units]`, recurrentKernel `[units, units]`, bias `[units]`, all float32 → the states
 * `[batch, time, units]`, one after each word. As Keras's `SimpleRNN`.
 *
 * Differentiable in x, the weights and the initial state. A text has the same states, bit for bit, alone and in any
 * batch. Throws an `Error` that names the tensor whose shape does not fit. Source: Elman 1990.
 */
export function simpleRnn(
  x: Tensor3D,
  kernel: Tensor2D,
  recurrentKernel: Tensor2D,
  bias: Tensor1D,
  options: SimpleRnnOptions = {},
): Tensor3D {
  const { mask, reverse = false, initialState, inputMask, recurrentMask } = options;
  check({ x, kernel, recurrentKernel, bias, mask, initialState, inputMask, recurrentMask });
  const [batch, , inputs] = x.shape;
  const read = inputMask ? mul<Tensor3D>(x, reshape(inputMask, [batch, 1, inputs])) : x;
  // All products with the words in one call: a convolution of width 1.
  const z = conv1d(read, reshape(kernel, [1, ...kernel.shape]), bias);
  const given: RecurrenceTensors<Tensor> = { z, recurrentKernel, mask, hidden: initialState, recurrentMask };
  const names = RECURRENCE_INPUTS.filter((name) => given[name]);
  const list = names.map((name) => given[name]) as unknown as Record<string, Tensor>;
  return engine().runKernel<Tensor3D>('SaliencyRecurrence', list, asAttributes({ names, reverse }));
}

function check({ x, ...others }: { x: Tensor } & Partial<Record<string, Tensor>>): void {
  if (x.shape.length !== 3) throw new Error(`simpleRnn: x must be [batch, time, inputs], not [${x.shape}].`);
  const [batch, time, inputs] = x.shape;
  const units = others.recurrentKernel?.shape[0] ?? 0;
  const expected: Record<string, readonly number[]> = {
    kernel: [inputs, units],
    recurrentKernel: [units, units],
    bias: [units],
    mask: [batch, time],
    initialState: [batch, units],
    inputMask: [batch, inputs],
    recurrentMask: [batch, units],
  };
  for (const [name, tensor] of Object.entries(others)) {
    if (tensor && String(tensor.shape) !== String(expected[name])) {
      throw new Error(`simpleRnn: ${name} must be [${expected[name]}], not [${tensor.shape}].`);
    }
    if (tensor && name !== 'mask' && tensor.dtype !== 'float32') {
      throw new Error(`simpleRnn: ${name} must be float32, not ${tensor.dtype}.`);
    }
  }
}
