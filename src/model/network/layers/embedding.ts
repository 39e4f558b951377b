import { gather, reshape, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { uniform } from '../initializers';
import type { WeightStore } from '../weight-store';

/** ids `[batch, time]` int32 → vectors `[batch, time, dimension]`. */
export type Embedding = (ids: Tensor2D) => Tensor3D;

/** One trained vector a word, first values uniform in ±0.05 as in Keras. */
export function embedding(store: WeightStore, name: string, vocabularySize: number, dimension: number): Embedding {
  const table = store.matrix(`${name}/embeddings`, vocabularySize, dimension, uniform(0.05));
  return (ids) => {
    const [batch, time] = ids.shape;
    return reshape(gather(table, reshape(ids, [batch * time])), [batch, time, dimension]);
  };
}
