import { reshape, unsortedSegmentSum } from '@tensorflow/tfjs-core';
import type {
  GatherV2Attrs,
  GradConfig,
  KernelConfig,
  Tensor,
  TensorInfo,
  UnsortedSegmentSumAttrs,
} from '@tensorflow/tfjs-core';
import { gatherGradConfig } from '@tensorflow/tfjs-core/dist/gradients/GatherV2_grad';
import { gatherV2Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/GatherV2';

import { addressOf, kernelExports, outputFloats } from './heap';

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

const picksRows = ({ axis, batchDims }: Pick<GatherV2Attrs, 'axis' | 'batchDims'>): boolean => axis === 0 && !batchDims;

/** `GatherV2`: our kernel copies whole rows of a float32 matrix, ten times as fast; all else is left to tfjs. */
export const gatherConfig: KernelConfig = {
  ...gatherV2Config,
  kernelFunc: (parameters) => {
    const { x, indices } = parameters.inputs as unknown as Record<'x' | 'indices', TensorInfo>;
    const attributes = parameters.attrs as unknown as GatherV2Attrs;
    const ours = picksRows(attributes) && x.dtype === 'float32' && indices.dtype === 'int32' && x.shape.length > 0;
    if (!ours) return gatherV2Config.kernelFunc(parameters);
    const [rows, ...rest] = x.shape;
    const out = outputFloats([...indices.shape, ...rest]);
    const { gatherRows } = kernelExports();
    gatherRows(addressOf(x), rows, product(rest), addressOf(indices), product(indices.shape), addressOf(out));
    return out;
  },
};

/** The gradient of `GatherV2`, without the two transposes of tfjs's version, which it does even if they change nothing. */
export const gatherGradient: GradConfig = {
  ...gatherGradConfig,
  gradFunc: (dy, saved, attrs) => {
    if (!picksRows(attrs as unknown as GatherV2Attrs)) return gatherGradConfig.gradFunc(dy, saved, attrs);
    const [x, indices] = saved;
    const count = indices.size;
    const rows = (): Tensor => reshape(dy as Tensor, [count, ...x.shape.slice(1)]);
    return {
      x: () => unsortedSegmentSum(rows(), reshape(indices, [count]), x.shape[0]),
      indices: () => indices,
    };
  },
};

/**
 * `UnsortedSegmentSum`, which the stock wasm backend lacks: the gradient of `gather`, so of an embedding.
 * x `[count, …]` float32, segmentIds `[count]` int32 → `[numSegments, …]`. Rows with an id outside are dropped.
 */
export const segmentSumConfig: KernelConfig = {
  kernelName: 'UnsortedSegmentSum',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, segmentIds } = inputs as unknown as Record<'x' | 'segmentIds', TensorInfo>;
    const { numSegments } = attrs as unknown as UnsortedSegmentSumAttrs;
    const [count, ...rest] = x.shape;
    const out = outputFloats([numSegments, ...rest]);
    const { segmentSum } = kernelExports();
    segmentSum(addressOf(x), addressOf(segmentIds), count, product(rest), numSegments, addressOf(out));
    return out;
  },
};
