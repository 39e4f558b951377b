import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { globalAverage } from './tensors/global-average';
import { globalMaxPool, maxPool1d, type MaxPoolOptions } from './tensors/max-pool';
import { random, same, type Plain } from './testing/float64';
import { startTestBackend } from './testing/backend';

/** Pooling by its definition: each window is a list of the words that are not skipped. */
const plainMax =
  (windows: number[][], mask?: readonly number[]) =>
  ([x]: readonly Plain[]): Plain => {
    const [batch, time, channels] = x.shape;
    const values = Float64Array.from({ length: batch * windows.length * channels }, (_, i) => {
      const [b, o, c] = [
        Math.floor(i / windows.length / channels),
        Math.floor(i / channels) % windows.length,
        i % channels,
      ];
      const words = windows[o].filter((t) => !mask || mask[b * time + t] !== 0);
      return words.length === 0 ? 0 : Math.max(...words.map((t) => x.values[(b * time + t) * channels + c]));
    });
    return { shape: [batch, windows.length, channels], values };
  };

const poolOf =
  (options: MaxPoolOptions) =>
  ([x]: tf.Tensor[]): tf.Tensor =>
    maxPool1d(x as tf.Tensor3D, options);

beforeAll(startTestBackend);

describe('maxPool1d and its gradient', () => {
  // prettier-ignore
  const cases: [string, number, MaxPoolOptions, number[][]][] = [
    ['one word', 1, { width: 1 }, [[0]]],
    ['windows side by side, the rest kept', 8, { width: 3 }, [[0, 1, 2], [3, 4, 5], [6, 7]]],
    ['whole windows', 6, { width: 2 }, [[0, 1], [2, 3], [4, 5]]],
    ['a text shorter than its window', 2, { width: 3 }, [[0, 1]]],
  ];
  for (const [name, time, options, windows] of cases) {
    for (const channels of [1, 4, 7]) {
      it(`${name}, ${channels} channels`, () => {
        same({ ours: poolOf(options), plain: plainMax(windows) }, [random(1, [2, time, channels])], ['x']);
      });
    }
  }

  it('skips masked words, and gives 0 where none is left', () => {
    const mask = tf.tensor2d([1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0], [2, 6]);
    const words = Array.from(mask.dataSync());
    const options = { width: 2, mask };
    const windows = [[0, 1], [2, 3], [4, 5]]; // prettier-ignore
    same({ ours: poolOf(options), plain: plainMax(windows, words) }, [random(1, [2, 6, 5])], ['x']);
  });

  it('of a whole text, masked', () => {
    const mask = tf.tensor2d([1, 1, 1, 1, 0, 0, 1, 0, 0, 0], [2, 5]);
    const plain = (x: readonly Plain[]): Plain => {
      const { shape, values } = plainMax([[0, 1, 2, 3, 4]], Array.from(mask.dataSync()))(x);
      return { shape: [shape[0], shape[2]], values };
    };
    same({ ours: ([x]) => globalMaxPool(x as tf.Tensor3D, mask), plain }, [tf.sub(random(1, [2, 5, 6]), 2)], ['x']);
  });

  it('gives the gradient to the first of equals', () => {
    const x = tf.ones<tf.Rank.R3>([1, 3, 1]);
    expect(
      Array.from(
        tf
          .grad((at) => globalMaxPool(at as tf.Tensor3D))(x)
          .dataSync(),
      ),
    ).toEqual([1, 0, 0]);
  });

  it('names the mask that does not fit', () => {
    expect(() => maxPool1d(tf.ones([2, 3, 4]), { width: 3, mask: tf.ones([2, 4]) })).toThrow(/float32 \[2,3\]/);
  });
});

describe('globalAverage', () => {
  const plain =
    (mask: readonly number[]) =>
    ([x]: readonly Plain[]): Plain => {
      const [batch, time, channels] = x.shape;
      const values = new Float64Array(batch * channels);
      for (let b = 0; b < batch; b++) {
        const words = Array.from({ length: time }, (_, t) => t).filter((t) => mask[b * time + t] !== 0);
        for (let c = 0; c < channels; c++)
          for (const t of words) values[b * channels + c] += x.values[(b * time + t) * channels + c] / words.length;
      }
      return { shape: [batch, channels], values };
    };
  it('of all words', () => {
    const ones = Array.from({ length: 15 }, () => 1);
    same({ ours: ([x]) => globalAverage(x as tf.Tensor3D), plain: plain(ones) }, [random(1, [3, 5, 7])], ['x']);
  });
  it('of the words that are not skipped, of one word, of none', () => {
    const mask = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    const ours = ([x]: tf.Tensor[]): tf.Tensor => globalAverage(x as tf.Tensor3D, tf.tensor2d(mask, [3, 4]));
    same({ ours, plain: plain(mask) }, [random(1, [3, 4, 6])], ['x']);
  });
});
