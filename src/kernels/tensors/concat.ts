import { backend_util, util, type ConcatAttrs, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { concatConfig as stockConcat } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Concat';
import { addressOf, kernelExports, outputFloats } from './heap';

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

/** `Concat`: the kernel of tfjs copies row by row in JavaScript; ours (for float32) copies each input in one call. */
export const concatConfig: KernelConfig = {
  ...stockConcat,
  kernelFunc: (parameters) => {
    const tensors = parameters.inputs as unknown as TensorInfo[];
    const ours = tensors.length > 1 && tensors.every(({ dtype, shape }) => dtype === 'float32' && product(shape) > 0);
    if (!ours) return stockConcat.kernelFunc(parameters);
    const shapes = tensors.map(({ shape }) => shape);
    const [axis] = util.parseAxisParam((parameters.attrs as unknown as ConcatAttrs).axis, shapes[0]);
    backend_util.assertParamsConsistent(shapes, axis);
    const out = outputFloats(backend_util.computeOutShape(shapes, axis));
    const rows = product(shapes[0].slice(0, axis));
    const line = product(out.shape.slice(axis)) * 4;
    let to = addressOf(out);
    for (const tensor of tensors) {
      const run = product(tensor.shape.slice(axis));
      kernelExports().copyRows(addressOf(tensor), run * 4, to, line, rows, run, run, 0, 0);
      to += run * 4;
    }
    return out;
  },
};
