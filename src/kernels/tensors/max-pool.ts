import {
  engine,
  reshape,
  type GradConfig,
  type KernelConfig,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { addressOf, floatsAt, kernelExports, outputFloats } from './heap';

export interface MaxPoolOptions {
  /** Words of a window. */
  readonly width: number;
  /** `[batch, time]`, 0 = skip this word. A window without a word gives 0. */
  readonly mask?: Tensor2D;
}

/**
 * The largest value of each feature in windows of words side by side: x `[batch, time, channels]` → `[batch, places,
 * channels]`. The last window may be shorter, so that a text gives the same numbers alone and padded in a batch.
 * Differentiable in x; among equal values the first gets the gradient.
 */
export function maxPool1d(x: Tensor3D, options: MaxPoolOptions): Tensor3D {
  const { width, mask } = options;
  if (x.shape.length !== 3 || x.dtype !== 'float32') {
    throw new Error(`maxPool1d: x must be float32 [batch, time, channels], not ${x.dtype} [${x.shape}].`);
  }
  if (mask && (mask.dtype !== 'float32' || mask.shape[0] !== x.shape[0] || mask.shape[1] !== x.shape[1])) {
    throw new Error(`maxPool1d: mask must be float32 [${x.shape.slice(0, 2)}], not ${mask.dtype} [${mask.shape}].`);
  }
  if (!(width >= 1)) throw new Error('maxPool1d: width must be 1 or more.');
  const inputs: Record<string, Tensor> = mask ? { x, mask } : { x };
  const time = x.shape[1];
  return engine().runKernel<Tensor3D[]>('SaliencyMaxPool', inputs, { width, time })[0];
}

/** The largest value of each feature over the words of a text: `[batch, time, channels]` → `[batch, channels]`. */
export function globalMaxPool(x: Tensor3D, mask?: Tensor2D): Tensor2D {
  const [batch, time, channels] = x.shape;
  if (time === 0) throw new Error('globalMaxPool: texts need at least one place.');
  const pooled = maxPool1d(x, { width: time, mask });
  return reshape(pooled, [batch, channels]);
}

/** The kernel `SaliencyMaxPool`: the largest values, and their places (int32 in a float32 tensor) for the gradient. */
export const maxPoolConfig: KernelConfig = {
  kernelName: 'SaliencyMaxPool',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, mask } = inputs as unknown as { x: TensorInfo; mask?: TensorInfo };
    const { width } = attrs as unknown as { width: number };
    const [batch, time, channels] = x.shape;
    const places = Math.ceil(time / width);
    const values = outputFloats([batch, places, channels]);
    const where = outputFloats([batch, places, channels]);
    const [from, to, at] = [x, values, where].map(addressOf);
    const skips = mask && addressOf(mask);
    for (let b = 0; b < batch; b++) {
      const text = from + b * time * channels * 4;
      const result = b * places * channels * 4;
      const words = skips ? skips + b * time * 4 : 0;
      kernelExports().maxPool(text, words, time, channels, width, width, to + result, at + result, places);
    }
    return [values, where];
  },
};

/** The kernel `SaliencyMaxPoolGrad`. */
export const maxPoolGradConfig: KernelConfig = {
  kernelName: 'SaliencyMaxPoolGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { dy, where } = inputs as unknown as Record<'dy' | 'where', TensorInfo>;
    const [batch, places, channels] = dy.shape;
    const { time } = attrs as unknown as { time: number };
    const out = outputFloats([batch, time, channels]);
    const [from, at, to] = [dy, where, out].map(addressOf);
    floatsAt(to, batch * time * channels).fill(0);
    for (let b = 0; b < batch; b++) {
      const result = b * places * channels * 4;
      kernelExports().maxPoolGradient(from + result, at + result, channels, places, to + b * time * channels * 4);
    }
    return out;
  },
};

/** The gradient of `SaliencyMaxPool` for tfjs. */
export const maxPoolGradient: GradConfig = {
  kernelName: 'SaliencyMaxPool',
  outputsToSave: [false, true],
  gradFunc: (dy, [where], attrs) => {
    const [values] = dy as Tensor[];
    const { time } = attrs as unknown as { time: number };
    return { x: () => engine().runKernel<Tensor>('SaliencyMaxPoolGrad', { dy: values, where }, { time }) };
  },
};
