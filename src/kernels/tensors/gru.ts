import { engine, reshape, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { conv1d } from './conv1d';
import { GRU_INPUTS } from './gru-inputs';
import { asAttributes } from './named-inputs';
import { checkRecurrent, listed, type RecurrentOptions } from './recurrent-inputs';

export interface GruOptions extends RecurrentOptions {
  /** `[3 · units]`: added to the product with the state. Given: the reset gate is applied after that product. */
  readonly recurrentBias?: Tensor1D;
  /** The reset gate is applied after the product, as cuDNN does; by default where there is a `recurrentBias`. */
  readonly resetAfter?: boolean;
}

/**
 * A GRU over texts as one kernel: h ← u·h + (1 − u)·tanh(…), x `[batch, time, inputs]`, kernel `[inputs, 3 · units]`,
 * recurrentKernel `[units, 3 · units]`, bias `[3 · units]`, all float32, gates in Keras's order (update, reset, candidate;
 * logistic gates, tanh candidate) → the states `[batch, time, units]`. As Keras's `GRU` with `reset_after` true or false.
 *
 * The first state is zeros. Differentiable in x and the weights. A text has the same states, bit for bit, alone and in any batch.
 * Throws an `Error` that names the tensor whose shape does not fit. Source: Cho et al. 2014.
 */
export function gru(
  x: Tensor3D,
  kernel: Tensor2D,
  recurrentKernel: Tensor2D,
  bias: Tensor1D,
  options: GruOptions = {},
): Tensor3D {
  const { mask, reverse = false, recurrentBias } = options;
  checkRecurrent('gru', 3, { x, kernel, recurrentKernel, bias, mask, recurrentBias });
  // All products with the words in one call: a convolution of width 1.
  const z = conv1d(x, reshape(kernel, [1, ...kernel.shape]), bias);
  const { names, list } = listed(GRU_INPUTS, { z, recurrentKernel, recurrentBias, mask });
  const after = options.resetAfter ?? recurrentBias !== undefined;
  return engine().runKernel<Tensor3D>('SaliencyGru', list, asAttributes({ names, reverse, after }));
}
