import { engine, mul, reshape, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { conv1d } from './conv1d';
import { asAttributes } from './named-inputs';
import { checkRecurrent, listed, type DropoutMasks, type RecurrentOptions } from './recurrent-inputs';
import { RECURRENCE_INPUTS } from './simple-rnn-inputs';

export type SimpleRnnOptions = RecurrentOptions & DropoutMasks;

/**
 * A simple recurrent network over texts: h ← tanh(x·kernel + h·recurrentKernel + bias), x `[batch, time, inputs]`,
 * kernel `[inputs, units]`, recurrentKernel `[units, units]`, bias `[units]`, all float32 → the states
 * `[batch, time, units]`, one after each word. As Keras's `SimpleRNN`.
 *
 * The first state is zeros. Differentiable in x and the weights. A text has the same states, bit for bit, alone and in
 * any batch. Throws an `Error` that names the tensor whose shape does not fit. Source: Elman 1990.
 */
export function simpleRnn(
  x: Tensor3D,
  kernel: Tensor2D,
  recurrentKernel: Tensor2D,
  bias: Tensor1D,
  options: SimpleRnnOptions = {},
): Tensor3D {
  const { mask, reverse = false, inputMask, recurrentMask } = options;
  checkRecurrent('simpleRnn', 1, { x, kernel, recurrentKernel, bias, mask, inputMask, recurrentMask });
  const [batch, , inputs] = x.shape;
  const read = inputMask ? mul<Tensor3D>(x, reshape(inputMask, [batch, 1, inputs])) : x;
  // All products with the words in one call: a convolution of width 1.
  const z = conv1d(read, reshape(kernel, [1, ...kernel.shape]), bias);
  const { names, list } = listed(RECURRENCE_INPUTS, { z, recurrentKernel, mask, recurrentMask });
  return engine().runKernel<Tensor3D>('SaliencyRecurrence', list, asAttributes({ names, reverse }));
}
