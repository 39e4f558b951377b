import {
  div,
  matMul,
  maximum,
  ones,
  reshape,
  sum,
  type Rank,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';

/**
 * The mean of each feature over the words of a text: x `[batch, time, channels]`, mask `[batch, time]` (0 = skip this
 * word; absent: none is skipped) → `[batch, channels]`. A text without words gives 0. Differentiable in x. A product of one row
 * with the text, because tfjs's mean over the middle axis transposes everything first.
 */
export function globalAverage(x: Tensor3D, mask?: Tensor2D): Tensor2D {
  const [batch, time, channels] = x.shape;
  const words = mask ?? ones<Rank.R2>([batch, time]);
  const shares = div(words, maximum(sum(words, 1, true), 1));
  return reshape(matMul(reshape(shares, [batch, 1, time]), x), [batch, channels]);
}
