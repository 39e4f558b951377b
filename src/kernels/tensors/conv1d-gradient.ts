import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { packedTaps, paddedTexts, panelsOf, slide, type Conv1dAttributes } from './conv1d-kernel';
import { conv1dShape, type Conv1dShape } from './conv1d-shape';
import { addressOf, kernelExports, outputFloats } from './heap';
import { withScratch, type Scratch } from './scratch';

interface GradAttributes extends Conv1dAttributes {
  readonly part: 'x' | 'kernel' | 'bias';
}

/** How many rows have their outer products summed together: few enough to stay in the first-level cache. */
const ROWS = 64;
const up = (n: number, to: number): number => Math.ceil(n / to) * to;

/** The kernel `SaliencyConv1dGrad`: the gradient of one `part`, from x, kernel and dy. */
export const conv1dGradConfig: KernelConfig = {
  kernelName: 'SaliencyConv1dGrad',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, kernel, dy } = inputs as unknown as Record<'x' | 'kernel' | 'dy', TensorInfo>;
    const { part, padding } = attrs as unknown as GradAttributes;
    const shape = conv1dShape(x.shape, kernel.shape, padding);
    const out = outputFloats(part === 'x' ? x.shape : part === 'kernel' ? kernel.shape : [shape.filters]);
    withScratch((scratch) => {
      if (part === 'x') ofInput(addressOf(kernel), addressOf(dy), shape, addressOf(out), scratch);
      else if (part === 'kernel') ofKernel(addressOf(x), addressOf(dy), shape, addressOf(out), scratch);
      else ofBias(addressOf(dy), shape, addressOf(out), scratch);
    });
    return out;
  },
};

/** The convolution of dy with the filter's parts in reverse order, each transposed. */
function ofInput(kernel: number, dy: number, shape: Conv1dShape, out: number, scratch: Scratch): void {
  const { batch, time, inputs, filters, width, left, places } = shape;
  const tap = inputs * filters * 4;
  const reversed = scratch.floats(width * inputs * filters);
  for (let j = 0; j < width; j++) {
    kernelExports().transposeRows(kernel + (width - 1 - j) * tap, filters, inputs, reversed + j * tap, inputs);
  }
  const weights = packedTaps(reversed, width * filters, inputs, scratch);
  const init = scratch.zeros(panelsOf(inputs) * 16);
  const texts = { at: dy, count: batch, words: places, channels: filters };
  const back = { width, left: width - 1 - left, places: time, weights, init, columns: inputs, flush: true };
  slide(texts, back, out, scratch);
}

/** The sum over all places of window times dy. */
function ofKernel(x: number, dy: number, shape: Conv1dShape, out: number, scratch: Scratch): void {
  const { batch, time, inputs, filters, width, places } = shape;
  const { copyRows, gemmTransposed } = kernelExports();
  const [M, N] = [up(width * inputs, 4), up(filters, 8)];
  const sums = scratch.zeros(M * N);
  // Four floats of padding, so that rows do not fall into the same cache sets where the size is a power of two.
  const stride = (N + 4) * 4;
  const right = scratch.zeros((ROWS * stride) / 4);
  const textAt = paddedTexts({ at: x, count: batch, words: time, channels: inputs }, shape, scratch);
  for (let b = 0; b < batch; b++) {
    const windows = textAt(b);
    for (let p = 0; p < places; p += ROWS) {
      const count = Math.min(ROWS, places - p);
      copyRows(dy + (b * places + p) * filters * 4, filters * 4, right, stride, count, filters, N, 0, 0);
      gemmTransposed(windows + p * inputs * 4, inputs * 4, right, stride, count, M, N, sums);
    }
  }
  copyRows(sums, N * 4, out, filters * 4, width * inputs, filters, filters, 0, 0);
}

/** The sum of dy over all places. */
function ofBias(dy: number, { batch, places, filters }: Conv1dShape, out: number, scratch: Scratch): void {
  const { copyRows, sumRows } = kernelExports();
  const N = up(filters, 4);
  const sums = scratch.zeros(N);
  const rows = N === filters ? dy : scratch.floats(batch * places * N);
  if (rows !== dy) copyRows(dy, filters * 4, rows, N * 4, batch * places, filters, N, 0, 0);
  sumRows(rows, N * 4, batch * places, N, sums);
  copyRows(sums, 0, out, 0, 1, filters, filters, 0, 0);
}
