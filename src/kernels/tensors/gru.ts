import { engine, reshape, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { conv1d } from './conv1d';
import { GRU_INPUTS, type GruTensors } from './gru-inputs';
import { asAttributes } from './named-inputs';

export interface GruOptions {
  /** `[batch, time]`, 1 = read this word, 0 = skip it: the state stays, the output repeats the state before. */
  readonly mask?: Tensor2D;
  /** Read from the last word to the first. `states[t]` still belongs to word t of the text. */
  readonly reverse?: boolean;
  /** `[batch, units]`; by default zeros. */
  readonly initialState?: Tensor2D;
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
 * Differentiable in x, the weights and the initial state. A text has the same states, bit for bit, alone and in any batch.
 * Throws an `Error` that names the tensor whose shape does not fit. Source: Cho et al. 2014.
 */
export function gru(
  x: Tensor3D,
  kernel: Tensor2D,
  recurrentKernel: Tensor2D,
  bias: Tensor1D,
  options: GruOptions = {},
): Tensor3D {
  const { mask, reverse = false, initialState: hidden, recurrentBias, resetAfter } = options;
  check({ x, kernel, recurrentKernel, bias, mask, initialState: hidden, recurrentBias });
  // All products with the words in one call: a convolution of width 1.
  const z = conv1d(x, reshape(kernel, [1, ...kernel.shape]), bias);
  const given: GruTensors<Tensor> = { z, recurrentKernel, recurrentBias, mask, hidden };
  const names = GRU_INPUTS.filter((name) => given[name]);
  const list = names.map((name) => given[name]) as unknown as Record<string, Tensor>;
  const after = resetAfter ?? recurrentBias !== undefined;
  return engine().runKernel<Tensor3D>('SaliencyGru', list, asAttributes({ names, reverse, after }));
}

function check({ x, ...others }: { x: Tensor } & Partial<Record<string, Tensor>>): void {
  if (x.shape.length !== 3) throw new Error(`gru: x must be [batch, time, inputs], not [${x.shape}].`);
  const [batch, time, inputs] = x.shape;
  const units = others.recurrentKernel?.shape[0] ?? 0;
  const expected: Record<string, readonly number[]> = {
    kernel: [inputs, 3 * units],
    recurrentKernel: [units, 3 * units],
    bias: [3 * units],
    mask: [batch, time],
    initialState: [batch, units],
    recurrentBias: [3 * units],
  };
  for (const [name, tensor] of Object.entries(others)) {
    if (tensor && String(tensor.shape) !== String(expected[name])) {
      throw new Error(`gru: ${name} must be [${expected[name]}], not [${tensor.shape}].`);
    }
    if (tensor && name !== 'mask' && tensor.dtype !== 'float32') {
      throw new Error(`gru: ${name} must be float32, not ${tensor.dtype}.`);
    }
  }
}
