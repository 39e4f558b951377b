import { tensor as newTensor, Variable, type KernelConfig, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, isShared, kernelExports, numbersOf, outputFloats, wroteInPlace } from './heap';

/**
 * One step of Adam over a variable, in place: the kernel `SaliencyAdam`, called by name, because who trains does not
 * import this room:
 *
 *   engine().runKernel('SaliencyAdam', { variable, m, v, gradient }, attrs).dispose()
 *
 * Inputs, float32 and of one size: `variable` (written), `m` and `v` (first and second moments, zeros before the first
 * step; written; plain tensors made with `zeros` and kept), `gradient` (read). Attributes `AdamAttributes`. The output
 * is an empty tensor `[0]`, to be disposed. A variable that shares its numbers with a clone gets its own first, so a
 * clone is a safe snapshot; moments that are plain tensors must not be shared.
 * Moments smaller than 1e-30 become zero: denormals would make every later step slow.
 *
 * Sources: Kingma and Ba 2015; weight decay decoupled as in Loshchilov and Hutter 2019.
 */
export interface AdamAttributes {
  readonly learningRate: number;
  /** Usually 0.9. */
  readonly beta1: number;
  /** Usually 0.999. */
  readonly beta2: number;
  /** Usually 1e-8 (1e-7 in Keras). */
  readonly epsilon: number;
  /** 1 at the first step. */
  readonly step: number;
  /** By default 0. The variable is first multiplied by 1 − learningRate × weightDecay. */
  readonly weightDecay?: number;
}

/** The tensors of one variable's step. */
export interface AdamTensors {
  readonly variable: Variable;
  readonly m: Tensor;
  readonly v: Tensor;
  readonly gradient: Tensor;
}

export const adamConfig: KernelConfig = {
  kernelName: 'SaliencyAdam',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { variable, m, v, gradient } = inputs as unknown as Record<keyof AdamTensors, TensorInfo>;
    const given = attrs as unknown as AdamAttributes;
    const n = variable.shape.reduce((a, b) => a * b, 1);
    for (const tensor of [m, v, gradient]) {
      if (tensor.shape.reduce((a, b) => a * b, 1) !== n || tensor.dtype !== 'float32') {
        throw new Error(`SaliencyAdam: moments and gradient must be float32 of shape [${variable.shape}].`);
      }
    }
    const { learningRate, beta1, beta2, epsilon, step, weightDecay = 0 } = given;
    [variable, m, v].forEach(unshare);
    const rate = learningRate / (1 - beta1 ** step);
    const scale = 1 / (1 - beta2 ** step);
    const [p, first, second, g] = [variable, m, v, gradient].map(addressOf);
    kernelExports().adam(
      p,
      first,
      second,
      g,
      n,
      rate,
      1 - beta1,
      1 - beta2,
      epsilon,
      scale,
      learningRate * weightDecay,
    );
    wroteInPlace(variable);
    return outputFloats([0]);
  },
};

/** Copies the numbers of a variable if a clone shares them. */
function unshare(tensor: TensorInfo): void {
  if (!isShared(tensor)) return;
  if (!(tensor instanceof Variable)) {
    throw new Error('SaliencyAdam: a moment shares its numbers with a clone. Make it with zeros(), or as a variable.');
  }
  const own = newTensor(numbersOf(tensor).slice(), tensor.shape, 'float32');
  tensor.assign(own);
  own.dispose();
}
