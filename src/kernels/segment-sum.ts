import type { KernelConfig, TensorInfo, UnsortedSegmentSumAttrs } from '@tensorflow/tfjs-core';
import { addressOf, kernelExports, output } from './heap';

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
    const width = rest.reduce((a, b) => a * b, 1);
    const out = output([numSegments, ...rest]);
    kernelExports().segmentSum(addressOf(x), addressOf(segmentIds), count, width, numSegments, addressOf(out));
    return out;
  },
};
