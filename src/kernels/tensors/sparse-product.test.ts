import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { random, same, type Plain } from '../testing/float64';
import { sparseProduct } from './sparse-product';
import { startTestBackend } from '../testing/backend';

/** As a dense product, in float64. */
const plain =
  (ids: readonly number[]) =>
  ([values, table]: readonly Plain[]): Plain => {
    const [batch, count] = values.shape;
    const [features, units] = table.shape;
    const out = new Float64Array(batch * units);
    for (let i = 0; i < batch * count; i++) {
      if (ids[i] < 0 || ids[i] >= features) continue;
      const row = Math.floor(i / count);
      for (let u = 0; u < units; u++) out[row * units + u] += values.values[i] * table.values[ids[i] * units + u];
    }
    return { shape: [batch, units], values: out };
  };

beforeAll(startTestBackend);

describe('sparseProduct, compared with a dense product, and its gradients, compared with finite differences', () => {
  for (const [batch, count, features, units] of [
    [1, 1, 1, 1],
    [3, 5, 7, 4],
    [2, 9, 4, 13],
  ]) {
    it(`${batch} rows of ${count} entries, [${features}, ${units}]`, () => {
      const places = Array.from({ length: batch * count }, (_, i) => ((i * 7) % (features + 2)) - 1);
      const ids = tf.tensor2d(places, [batch, count], 'int32');
      const given = [random(1, [batch, count]), random(2, [features, units])];
      const ours = ([values, table]: tf.Tensor[]): tf.Tensor =>
        sparseProduct(ids, values as tf.Tensor2D, table as tf.Tensor2D);
      same({ ours, plain: plain(places) }, given, ['values', 'table']);
    });
  }
});

describe('sparseProduct', () => {
  it('gives a row the same numbers alone, padded and in a batch', () => {
    const table = random(1, [6, 5]) as tf.Tensor2D;
    const alone = sparseProduct(tf.tensor2d([[2, 5]], [1, 2], 'int32'), tf.tensor2d([[0.5, -1]]), table);
    const ids = tf.tensor2d([1, 1, 1, 2, 5, 0], [2, 3], 'int32');
    const batch = sparseProduct(ids, tf.tensor2d([1, 2, 3, 0.5, -1, 0], [2, 3]), table);
    expect(batch.dataSync().slice(5)).toEqual(alone.dataSync());
  });
  it('of rows without entries is zero', () => {
    const none = sparseProduct(tf.zeros([2, 0], 'int32'), tf.zeros([2, 0]), tf.ones([3, 4]));
    expect(Array.from(none.dataSync())).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('names the shapes that do not fit', () => {
    expect(() => sparseProduct(tf.zeros([2, 3], 'int32'), tf.zeros([2, 4]), tf.ones([3, 4]))).toThrow(
      /\[2,3\], \[2,4\]/,
    );
  });
});
