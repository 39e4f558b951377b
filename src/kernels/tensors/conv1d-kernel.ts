import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { conv1dShape, placesOf, type Conv1dPadding } from './conv1d-shape';
import { addressOf, floatsAt, kernelExports, outputFloats } from './heap';
import { withScratch, type Scratch } from './scratch';

// The windows of a text are overlapping rows of its memory, so they need not be copied. Only the text itself is copied once,
// with words of zeros before and after it.

export interface Conv1dAttributes {
  readonly padding: Conv1dPadding;
}

/** The kernel `SaliencyConv1d`: see `conv1d`. */
export const conv1dConfig: KernelConfig = {
  kernelName: 'SaliencyConv1d',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    const { x, kernel, bias } = inputs as unknown as Record<'x' | 'kernel' | 'bias', TensorInfo>;
    const { padding } = attrs as unknown as Conv1dAttributes;
    const shape = conv1dShape(x.shape, kernel.shape, padding);
    const { width, inputs: channels, filters, left, places } = shape;
    const out = outputFloats([x.shape[0], placesOf(x.shape[1], width, padding), filters]);
    if (out.shape.includes(0)) return out;
    withScratch((scratch) => {
      const weights = packedTaps(addressOf(kernel), width * channels, filters, scratch);
      const init = scratch.zeros(panelsOf(filters) * 16);
      floatsAt(init, filters).set(floatsAt(addressOf(bias), filters));
      const text = { at: addressOf(x), count: shape.batch, words: shape.time, channels };
      slide(text, { width, left, places, weights, init, columns: filters, flush: false }, addressOf(out), scratch);
    });
    return out;
  },
};

/** Texts in memory: `count` times `words` rows of `channels` floats. */
export interface Texts {
  readonly at: number;
  readonly count: number;
  readonly words: number;
  readonly channels: number;
}

/** The weights that each window is multiplied with. */
export interface Sliding {
  readonly width: number;
  /** The number of words of zeros before a text. */
  readonly left: number;
  readonly places: number;
  /** Panels of `[width * channels, columns]`. */
  readonly weights: number;
  /** The row that the products are added to (a bias). */
  readonly init: number;
  readonly columns: number;
  /** Whether tiny results become zero, which gradients need. */
  readonly flush: boolean;
}

const even = (n: number): number => n + (n & 1);
export const panelsOf = (columns: number): number => Math.ceil(columns / 16);

/** A matrix `[rows, columns]` as panels. */
export function packedTaps(from: number, rows: number, columns: number, scratch: Scratch): number {
  const out = scratch.floats(even(rows) * panelsOf(columns) * 16);
  kernelExports().packMatrix(from, columns, 1, rows, even(rows), columns, out);
  return out;
}

/** The product of every window of every text with the weights, to tight rows at `out`. */
export function slide(texts: Texts, sliding: Sliding, out: number, scratch: Scratch): void {
  const { width, places, weights, init, columns, flush } = sliding;
  const { channels } = texts;
  const { gemm, flushRows, copyRows } = kernelExports();
  const K = even(width * channels);
  const panels = panelsOf(columns);
  const rows = columns % 16 === 0 ? 0 : scratch.floats(places * panels * 16);
  const textAt = paddedTexts(texts, sliding, scratch);
  for (let b = 0; b < texts.count; b++) {
    const to = out + b * places * columns * 4;
    gemm(textAt(b), channels * 4, places, K, weights, panels, init, 0, rows || to, panels * 64);
    if (flush) flushRows(rows || to, panels * 64, places, panels * 16, 0, 0);
    if (rows) copyRows(rows, panels * 64, to, columns * 4, places, columns, columns, 0, 0);
  }
}

/** The address of a text between words of zeros, valid until the next text is asked for. */
export function paddedTexts(
  { at, count, words, channels }: Texts,
  { width, left, places }: Pick<Sliding, 'width' | 'left' | 'places'>,
  scratch: Scratch,
): (text: number) => number {
  // A few floats after the last window are read too, and multiplied by zero.
  const fits = width === 1 && left === 0 && channels % 4 === 0;
  if (fits) return (text) => at + text * words * channels * 4;
  const padded = scratch.zeros((Math.max(places + width - 1, left + words) + 1) * channels + 8);
  let last = -1;
  return (text) => {
    if (text !== last && text < count) {
      const from = floatsAt(at + text * words * channels * 4, words * channels);
      floatsAt(padded + left * channels * 4, words * channels).set(from);
      last = text;
    }
    return padded;
  };
}
