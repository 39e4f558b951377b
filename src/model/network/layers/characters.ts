import { gather, mul, reshape, tensor1d, tensor2d, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { globalMaxPool } from '../../../kernels/tensors/max-pool';
import { uniform, zeros } from '../initializers';
import type { WeightStore } from '../weight-store';
import { conv1d } from './conv1d';

export interface CharacterSizes {
  readonly vocabulary: number;
  /** Characters of a word that are looked at, its first ones. */
  readonly letters: number;
  /** Rows of the table of characters; two may share one. */
  readonly alphabet: number;
  readonly dimension: number;
  readonly filters: number;
}

/**
 * A vector for each word out of its characters: their vectors, a convolution of width 3, the largest values (Kim et al.
 * 2016). ids `[batch, time]` int32 → `[batch, time, filters]`; each word of a batch is worked out once. How words are
 * spelt is counted, not learnt: see `spellings`.
 */
export function characters(store: WeightStore, name: string, sizes: CharacterSizes): (ids: Tensor2D) => Tensor3D {
  const { letters, alphabet, dimension, filters } = sizes;
  const spelling = store.fixed(`${name}/spelling`, [sizes.vocabulary, letters], zeros);
  const table = store.matrix(`${name}/embeddings`, alphabet, dimension, uniform(0.05));
  const windows = conv1d(store, `${name}/conv1d`, { inputs: dimension, filters, width: 3 });
  let spelt: Float32Array | undefined;
  return (ids) => {
    spelt ??= spelling.dataSync() as Float32Array;
    const all = ids.dataSync();
    const words = [...new Set(all)];
    const places = new Map(words.map((id, at) => [id, at]));
    const codes = new Int32Array(words.length * letters);
    words.forEach((id, at) => codes.set(spelt!.subarray(id * letters, (id + 1) * letters), at * letters));
    const there = tensor2d(
      Float32Array.from(codes, (code) => Math.min(code, 1)),
      [words.length, letters],
    );
    const vectors = reshape(gather(table, tensor1d(codes, 'int32')), [words.length, letters, dimension]);
    const seen = windows(mul(vectors, reshape(there, [words.length, letters, 1])));
    const of = Int32Array.from(all, (id) => places.get(id)!);
    const features = gather(globalMaxPool(seen, there), tensor1d(of, 'int32'));
    return reshape(features, [...ids.shape, filters]);
  };
}
