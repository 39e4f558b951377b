import type { DenseWeights, WordVectors } from '../int16/weights';

/** A convolution over word vectors, with relu. */
export interface WordConvolution extends DenseWeights {
  readonly width: number;
  /** Words of a window that stand before its place. */
  readonly left: number;
  /** `[width, dimension, filters]`. */
  readonly kernel: Float32Array;
}

/** A separable convolution (Chollet 2017), with relu. */
export interface SeparableConvolution {
  readonly width: number;
  /** `[width, inputs]`. */
  readonly depthwise: Float32Array;
  /** `[inputs, filters]`. */
  readonly pointwise: Float32Array;
  /** `[filters]`. */
  readonly bias: Float32Array;
}

/** The largest of so many places side by side; the last window may be shorter. */
export interface Pooling {
  readonly pool: number;
}

/** What stands between the convolutions over words and the output. */
export type WindowTop =
  /** The largest value of each filter. */
  | { readonly kind: 'largest' }
  /** More layers over the one convolution, then the mean over what places are left. */
  | { readonly kind: 'mean'; readonly layers: readonly (SeparableConvolution | Pooling)[] };

/** A classifier that looks at a few words side by side; skipped words are not there. */
export interface WindowWeights {
  readonly words: WordVectors;
  /** Side by side over the words, all of as many filters. */
  readonly convolutions: readonly WordConvolution[];
  readonly top: WindowTop;
  readonly output: DenseWeights;
}

/**
 * The filters of a separable convolution over word vectors as those of a plain one: both halves are linear, so the product
 * of the two is known before any text.
 */
export function asWordConvolution(
  { width, depthwise, pointwise, bias }: SeparableConvolution,
  dimension: number,
): WordConvolution {
  const filters = bias.length;
  const kernel = new Float32Array(width * dimension * filters);
  for (let j = 0, at = 0; j < width * dimension; j++)
    for (let n = 0; n < filters; n++) kernel[at++] = depthwise[j] * pointwise[(j % dimension) * filters + n];
  return { width, left: Math.floor((width - 1) / 2), kernel, bias };
}
