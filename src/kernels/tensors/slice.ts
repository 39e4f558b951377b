import {
  backend_util,
  engine,
  getBackend,
  slice_util,
  util,
  type GradConfig,
  type KernelConfig,
  type SliceAttrs,
  type SplitVAttrs,
  type Tensor,
  type TensorInfo,
  type UnpackAttrs,
} from '@tensorflow/tfjs-core';
import { sliceConfig as stockSlice } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Slice';
import { splitVConfig as stockSplit } from '@tensorflow/tfjs-backend-wasm/dist/kernels/SplitV';
import { unpackConfig as stockUnpack } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Unpack';
import { sliceGradConfig as stockSliceGradient } from '@tensorflow/tfjs-core/dist/gradients/Slice_grad';
import { addressOf, floatsAt, kernelExports, outputFloats } from './heap';

// The wasm kernels of tfjs copy the whole source for every slice, so reading words one by one takes time quadratic in their
// number. Ours (for float32) copy only the slice.

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
const isOurs = (x: TensorInfo): boolean => x.dtype === 'float32' && x.shape.length > 0;

/** `Slice`. */
export const sliceConfig: KernelConfig = {
  ...stockSlice,
  kernelFunc: (parameters) => {
    const x = parameters.inputs.x as TensorInfo;
    if (!isOurs(x)) return stockSlice.kernelFunc(parameters);
    const attributes = parameters.attrs as unknown as SliceAttrs;
    const [begin, size] = slice_util.parseSliceParams(x, attributes.begin, attributes.size);
    slice_util.assertParamsValid(x, begin, size);
    return cut(x, begin, size);
  },
};

/** `SplitV`: the kernel that `split` and the gradient of `concat` use. */
export const splitConfig: KernelConfig = {
  ...stockSplit,
  kernelFunc: (parameters) => {
    const x = parameters.inputs.x as TensorInfo;
    if (!isOurs(x)) return stockSplit.kernelFunc(parameters);
    const { numOrSizeSplits, axis } = parameters.attrs as unknown as SplitVAttrs;
    const [along] = util.parseAxisParam(axis, x.shape);
    // The utility uses only the shape.
    const sizes = backend_util.prepareSplitSize(x, numOrSizeSplits, along);
    let start = 0;
    return sizes.map((n) => {
      const part = piece(x, along, start, n);
      start += n;
      return part;
    });
  },
};

/** `Unpack`: the kernel that `unstack` and the gradient of `stack` use. */
export const unpackConfig: KernelConfig = {
  ...stockUnpack,
  kernelFunc: (parameters) => {
    const value = parameters.inputs.value as TensorInfo;
    if (!isOurs(value)) return stockUnpack.kernelFunc(parameters);
    const [along] = util.parseAxisParam((parameters.attrs as unknown as UnpackAttrs).axis, value.shape);
    const shape = value.shape.filter((_, i) => i !== along);
    return Array.from({ length: value.shape[along] }, (_, i) => ({ ...piece(value, along, i, 1), shape }));
  },
};

/** `n` places of x along one axis. */
function piece(x: TensorInfo, axis: number, start: number, n: number): TensorInfo {
  const begin = x.shape.map((_, i) => (i === axis ? start : 0));
  return cut(
    x,
    begin,
    x.shape.map((all, i) => (i === axis ? n : all)),
  );
}

/** Copies runs that are contiguous in the source; all runs along one axis in one call. */
function cut(x: TensorInfo, begin: readonly number[], size: number[]): TensorInfo {
  const out = outputFloats(size);
  eachRun(x.shape, begin, size, (whole, stride, part, run, count) =>
    kernelExports().copyRows(addressOf(x) + whole, stride, addressOf(out) + part, run * 4, count, run, run, 0, 0),
  );
  return out;
}

/**
 * Calls `copy` for the contiguous runs of a slice (`size` numbers along each axis, from `begin` on). Its arguments: offset of
 * the first run in the source, distance to the next run there, offset in the slice, floats of a run, number of runs. Offsets are
 * in bytes.
 */
function eachRun(
  shape: readonly number[],
  begin: readonly number[],
  size: readonly number[],
  copy: (whole: number, stride: number, part: number, run: number, count: number) => void,
): void {
  if (size.includes(0)) return;
  let axis = shape.length - 1;
  let run = size[axis];
  while (axis > 0 && size[axis] === shape[axis]) run *= size[--axis];
  const strides = shape.map((_, i) => product(shape.slice(i + 1)));
  const start = begin.reduce((sum, b, i) => sum + b * strides[i], 0);
  const count = axis > 0 ? size[axis - 1] : 1;
  const stride = axis > 0 ? strides[axis - 1] * 4 : 0;
  const outer = size.slice(0, Math.max(0, axis - 1));
  for (let block = 0; block < product(outer); block++) {
    let [rest, offset] = [block, start];
    for (let i = outer.length - 1; i >= 0; i--) {
      offset += (rest % outer[i]) * strides[i];
      rest = Math.floor(rest / outer[i]);
    }
    copy(offset * 4, stride, block * count * run * 4, run, count);
  }
}

/** The gradient of `Slice` for tfjs: dy, padded with zeros. tfjs pads number by number, and still does on other backends. */
export const sliceGradient: GradConfig = {
  ...stockSliceGradient,
  gradFunc: (dy, saved, attrs) => {
    const given = dy as Tensor;
    if (!isOurs(given) || getBackend() !== 'wasm') return stockSliceGradient.gradFunc(dy, saved, attrs);
    const { shape } = saved[0];
    const { begin, size } = attrs as unknown as SliceAttrs;
    const [from] = slice_util.parseSliceParams(saved[0], begin, size);
    return { x: () => engine().runKernel<Tensor>('SaliencySliceGrad', { dy: given }, { shape, begin: from }) };
  },
};

/** The kernel `SaliencySliceGrad`. */
export const sliceGradConfig: KernelConfig = {
  kernelName: 'SaliencySliceGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const dy = inputs.dy as TensorInfo;
    const { shape, begin } = attrs as unknown as { shape: number[]; begin: number[] };
    const out = outputFloats(shape);
    floatsAt(addressOf(out), product(shape)).fill(0);
    eachRun(shape, begin, dy.shape, (whole, stride, part, run, count) =>
      kernelExports().copyRows(addressOf(dy) + part, run * 4, addressOf(out) + whole, stride, count, run, run, 0, 0),
    );
    return out;
  },
};
