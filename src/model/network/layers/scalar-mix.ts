import { add, mul, reshape, slice, softmax, type Tensor3D } from '@tensorflow/tfjs-core';
import { zeros, type Initializer } from '../initializers';
import type { WeightStore } from '../weight-store';

const ones: Initializer = (shape, random) => zeros(shape, random).fill(1);

/** Layers `[batch, time, width]`, all alike in shape → one such. */
export type ScalarMix = (layers: readonly Tensor3D[]) => Tensor3D;

/** γ · Σ softmax(s)_j · layer_j: what a task takes from each layer of a language model (Peters et al. 2018). */
export function scalarMix(store: WeightStore, name: string, count: number): ScalarMix {
  const weights = store.vector(`${name}/weights`, count, zeros);
  const scale = store.vector(`${name}/scale`, 1, ones);
  return (layers) => {
    const shares = softmax(weights);
    const parts = layers.map((layer, j) => mul<Tensor3D>(layer, reshape(slice(shares, [j], [1]), [1, 1, 1])));
    return mul(
      parts.reduce((sum, part) => add(sum, part)),
      reshape(scale, [1, 1, 1]),
    );
  };
}
