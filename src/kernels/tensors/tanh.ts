import {
  engine,
  getBackend,
  type GradConfig,
  type KernelConfig,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { tanhConfig as stockTanh } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Tanh';
import { tanhGradConfig as stockGradient } from '@tensorflow/tfjs-core/dist/gradients/Tanh_grad';
import { addressOf, kernelExports, outputFloats } from './heap';

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

/** `Tanh` of float32, with the approximation of the recurrent kernels: within 1e-6, four numbers at once. */
export const tanhConfig: KernelConfig = {
  ...stockTanh,
  kernelFunc: (parameters) => {
    const x = parameters.inputs.x as TensorInfo;
    if (x.dtype !== 'float32') return stockTanh.kernelFunc(parameters);
    const out = outputFloats(x.shape);
    kernelExports().tanhAll(addressOf(x), product(x.shape), addressOf(out));
    return out;
  },
};

/** The kernel `SaliencyTanhGrad`: dy · (1 − y²) in one pass. */
export const tanhGradConfig: KernelConfig = {
  kernelName: 'SaliencyTanhGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs }) => {
    const { y, dy } = inputs as unknown as Record<'y' | 'dy', TensorInfo>;
    const out = outputFloats(y.shape);
    kernelExports().tanhGradient(addressOf(y), addressOf(dy), product(y.shape), addressOf(out));
    return out;
  },
};

/** The gradient of `Tanh` for tfjs; other backends keep that of tfjs. */
export const tanhGradient: GradConfig = {
  ...stockGradient,
  gradFunc: (dy, saved, attrs) => {
    if (getBackend() !== 'wasm') return stockGradient.gradFunc(dy, saved, attrs);
    const [y] = saved;
    return { x: () => engine().runKernel<Tensor>('SaliencyTanhGrad', { y, dy: dy as Tensor }) };
  },
};
