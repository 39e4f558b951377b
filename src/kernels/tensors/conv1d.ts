import { engine, type GradConfig, type Tensor, type Tensor1D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { Conv1dPadding } from './conv1d-shape';

export interface Conv1dOptions {
  /** `same`: as many places as words, with zeros around the text as Keras has them; `valid`: whole windows only. */
  readonly padding?: Conv1dPadding;
}

/**
 * A convolution over words, stride 1: x `[batch, time, inputs]`, kernel `[width, inputs, filters]`, bias `[filters]`
 * → `[batch, time, filters]`, or `[batch, max(0, time − width + 1), filters]` with `valid` padding, all float32. As
 * Keras's `Conv1D`; the activation is the caller's. Width 1 is a dense layer over words.
 *
 * Differentiable in x, kernel and bias. A text has the same results, bit for bit, alone and in any batch; words after
 * its end count as they are, so a caller who pads texts multiplies with the mask first.
 *
 * Throws an `Error` that names the tensor whose shape does not fit. Source: LeCun et al. 1989, for texts Kim 2014.
 */
export function conv1d(
  x: Tensor3D,
  kernel: Tensor3D,
  bias: Tensor1D,
  { padding = 'same' }: Conv1dOptions = {},
): Tensor3D {
  const fits =
    x.shape.length === 3 && kernel.shape.length === 3 && kernel.shape[0] > 0 && kernel.shape[1] === x.shape[2];
  if (!fits || bias.shape.length !== 1 || bias.shape[0] !== kernel.shape[2]) {
    throw new Error(
      'conv1d: x must be [batch, time, inputs], kernel [width, inputs, filters], bias [filters], ' +
        `not [${x.shape}], [${kernel.shape}], [${bias.shape}].`,
    );
  }
  if ([x, kernel, bias].some(({ dtype }) => dtype !== 'float32')) throw new Error('conv1d: all must be float32.');
  return engine().runKernel<Tensor3D>('SaliencyConv1d', { x, kernel, bias }, { padding });
}

/** The gradient of `SaliencyConv1d` for tfjs: one call of `SaliencyConv1dGrad` for each tensor that is asked for. */
export const conv1dGradient: GradConfig = {
  kernelName: 'SaliencyConv1d',
  inputsToSave: ['x', 'kernel'],
  gradFunc: (dy, saved, attrs) => {
    const [x, kernel] = saved;
    const part = (name: string) => (): Tensor =>
      engine().runKernel<Tensor>('SaliencyConv1dGrad', { x, kernel, dy: dy as Tensor }, { ...attrs, part: name });
    return { x: part('x'), kernel: part('kernel'), bias: part('bias') };
  },
};
