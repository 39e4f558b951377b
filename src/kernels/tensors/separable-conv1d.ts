import {
  engine,
  reshape,
  type GradConfig,
  type KernelConfig,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { conv1d, type Conv1dOptions } from './conv1d';
import { placesOf, type Conv1dPadding } from './conv1d-shape';
import { addressOf, floatsAt, kernelExports, outputFloats } from './heap';
import { withScratch } from './scratch';

/**
 * A separable convolution over words, stride 1: each channel of x `[batch, time, inputs]` with its own filter, depthwise
 * `[width, inputs]`, then a product of each word with pointwise `[inputs, filters]`, plus bias `[filters]`. As Keras's
 * `SeparableConv1D` with depth multiplier 1; padding and guarantees as for `conv1d`.
 *
 * Differentiable in x and the weights. Source: Chollet 2017.
 */
export function separableConv1d(
  x: Tensor3D,
  depthwise: Tensor2D,
  pointwise: Tensor2D,
  bias: Tensor1D,
  options: Conv1dOptions = {},
): Tensor3D {
  const channels = depthwiseConv1d(x, depthwise, options);
  return conv1d(channels, reshape(pointwise, [1, ...pointwise.shape]), bias);
}

/** Only the depthwise half: x `[batch, time, channels]`, filters `[width, channels]`. */
export function depthwiseConv1d(x: Tensor3D, filters: Tensor2D, { padding = 'same' }: Conv1dOptions = {}): Tensor3D {
  if (x.shape.length !== 3 || filters.shape.length !== 2 || filters.shape[1] !== x.shape[2]) {
    throw new Error(
      'depthwiseConv1d: x must be [batch, time, channels], filters [width, channels], ' +
        `not [${x.shape}], [${filters.shape}].`,
    );
  }
  if (x.dtype !== 'float32' || filters.dtype !== 'float32') throw new Error('depthwiseConv1d: all must be float32.');
  return engine().runKernel<Tensor3D>('SaliencyDepthwise', { x, filters }, { padding });
}

interface Sizes {
  readonly batch: number;
  readonly time: number;
  readonly channels: number;
  readonly width: number;
  readonly left: number;
  readonly places: number;
}

function sizesOf(x: TensorInfo, filters: TensorInfo, padding: Conv1dPadding): Sizes {
  const [batch, time, channels] = x.shape;
  const [width] = filters.shape;
  const left = padding === 'same' ? Math.floor((width - 1) / 2) : 0;
  return { batch, time, channels, width, left, places: placesOf(time, width, padding) };
}

/** The kernel `SaliencyDepthwise`. */
export const depthwiseConfig: KernelConfig = {
  kernelName: 'SaliencyDepthwise',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, filters } = inputs as unknown as Record<'x' | 'filters', TensorInfo>;
    const { batch, time, channels, width, left, places } = sizesOf(x, filters, paddingOf(attrs));
    const out = outputFloats([batch, places, channels]);
    const [from, taps, to] = [x, filters, out].map(addressOf);
    const [text, result] = [time * channels * 4, places * channels * 4];
    for (let b = 0; b < batch; b++) {
      kernelExports().depthwise(from + b * text, time, channels, taps, width, left, to + b * result, places);
    }
    return out;
  },
};

/** The kernel `SaliencyDepthwiseGrad`: the gradient of x, or of the filters. */
export const depthwiseGradConfig: KernelConfig = {
  kernelName: 'SaliencyDepthwiseGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, filters, dy } = inputs as unknown as Record<'x' | 'filters' | 'dy', TensorInfo>;
    const { batch, time, channels, width, left, places } = sizesOf(x, filters, paddingOf(attrs));
    const ofInput = (attrs as unknown as { part: string }).part === 'x';
    const out = outputFloats(ofInput ? x.shape : filters.shape);
    const { depthwise, depthwiseFilters } = kernelExports();
    withScratch((scratch) => {
      const reversed = scratch.floats(width * channels);
      const [xAt, dyAt, to] = [x, dy, out].map(addressOf);
      const [text, result] = [time * channels * 4, places * channels * 4];
      for (let j = 0; j < width; j++) {
        const tap = floatsAt(addressOf(filters) + j * channels * 4, channels);
        floatsAt(reversed + (width - 1 - j) * channels * 4, channels).set(tap);
      }
      if (!ofInput) floatsAt(to, width * channels).fill(0);
      for (let b = 0; b < batch; b++) {
        const from = dyAt + b * result;
        if (ofInput) depthwise(from, places, channels, reversed, width, width - 1 - left, to + b * text, time);
        else depthwiseFilters(xAt + b * text, time, channels, from, places, width, left, to);
      }
    });
    return out;
  },
};

const paddingOf = (attrs: unknown): Conv1dPadding => (attrs as { padding: Conv1dPadding }).padding;

/** The gradient of `SaliencyDepthwise` for tfjs. */
export const depthwiseGradient: GradConfig = {
  kernelName: 'SaliencyDepthwise',
  inputsToSave: ['x', 'filters'],
  gradFunc: (dy, saved, attrs) => {
    const [x, filters] = saved;
    const part = (name: string) => (): Tensor =>
      engine().runKernel<Tensor>('SaliencyDepthwiseGrad', { x, filters, dy: dy as Tensor }, { ...attrs, part: name });
    return { x: part('x'), filters: part('filters') };
  },
};
