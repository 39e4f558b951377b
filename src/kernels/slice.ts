import { slice_util, type KernelConfig, type SliceAttrs, type TensorInfo } from '@tensorflow/tfjs-core';
import { sliceConfig as stockConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Slice';
import { addressOf, kernelExports, output } from './heap';

/**
 * `Slice` of float32: tfjs's wasm kernel first copies the whole source, so that reading words one by one costs the
 * square of their number. Ours copies what is asked for.
 */
export const sliceConfig: KernelConfig = {
  ...stockConfig,
  kernelFunc: (parameters) => {
    const x = parameters.inputs.x as TensorInfo;
    if (x.dtype !== 'float32' || x.shape.length === 0) return stockConfig.kernelFunc(parameters);
    const attributes = parameters.attrs as unknown as SliceAttrs;
    const [begin, size] = slice_util.parseSliceParams(x, attributes.begin, attributes.size);
    slice_util.assertParamsValid(x, begin, size);
    const out = output(size);
    if (!size.includes(0)) copyBlocks(addressOf(x), x.shape, begin, size, addressOf(out));
    return out;
  },
};

/** Copies runs that are contiguous in the source; all runs along one axis in one call. */
function copyBlocks(
  from: number,
  shape: readonly number[],
  begin: readonly number[],
  size: readonly number[],
  to: number,
): void {
  let axis = shape.length - 1;
  let run = size[axis];
  while (axis > 0 && size[axis] === shape[axis]) run *= size[--axis];
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((a, b) => a * b, 1));
  const start = from + begin.reduce((sum, b, i) => sum + b * strides[i], 0) * 4;
  const count = axis > 0 ? size[axis - 1] : 1;
  const stride = axis > 0 ? strides[axis - 1] * 4 : 0;
  const outer = size.slice(0, Math.max(0, axis - 1));
  const blocks = outer.reduce((a, b) => a * b, 1);
  const { copyRows } = kernelExports();
  for (let block = 0; block < blocks; block++) {
    let [rest, offset] = [block, 0];
    for (let i = outer.length - 1; i >= 0; i--) {
      offset += (rest % outer[i]) * strides[i];
      rest = Math.floor(rest / outer[i]);
    }
    copyRows(start + offset * 4, stride, to + block * count * run * 4, run * 4, count, run, run, 0, 0);
  }
}
