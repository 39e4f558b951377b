import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';

/** The output of a layer: a tensor, and its mask where Keras passes one on. */
export interface Value {
  readonly tensor: Tensor;
  /** `[batch, time]`, 1 = a word, 0 = padding. */
  readonly mask?: Tensor2D;
  /** `[batch, time]` of an attention: how much each word counts; and what it weighs, `[batch, time, width]`. */
  readonly attention?: { readonly weights: Tensor2D; readonly values: Tensor };
}

/** A weight of a layer by its name after the layer's. */
export type WeightOf = (name: string) => Tensor;
