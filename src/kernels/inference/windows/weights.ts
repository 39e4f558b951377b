import type { DenseWeights, WordVectors } from '../int16/weights';

/** A convolution over word vectors, with relu. */
export interface WordConvolution extends DenseWeights {
  readonly width: number;
  /** The number of words of a window before its place. */
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

/** Max pooling over this many neighbouring places; the last window may be shorter. */
export interface Pooling {
  readonly pool: number;
}

/** The layers between the convolutions over words and the output. */
export type WindowTop =
  /** The largest value of each filter. */
  | { readonly kind: 'largest' }
  /** Further layers over a single convolution, then the mean over the remaining places. */
  | { readonly kind: 'mean'; readonly layers: readonly (SeparableConvolution | Pooling)[] };

/** A classifier by convolutions over neighbouring words; skipped words are removed first. */
export interface WindowWeights {
  readonly words: WordVectors;
  /** Parallel convolutions over the words, all with the same number of filters. */
  readonly convolutions: readonly WordConvolution[];
  readonly top: WindowTop;
  readonly output: DenseWeights;
}

/**
 * The filters of a separable convolution over word vectors, as those of a plain convolution: both halves are linear, so their
 * product can be computed in advance.
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
