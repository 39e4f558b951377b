import type * as Tfjs from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { conv1d } from './conv1d';
import type { Conv1dPadding } from './conv1d-shape';
import { random, same, type Plain } from '../testing/float64';
import { depthwiseConv1d, separableConv1d } from './separable-conv1d';
import { startTestBackend } from '../testing/backend';

/** The whole of tfjs; it shares its engine with the parts that we import. */
const full = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof Tfjs;

/** The convolution by its definition, in float64. */
const plain =
  (padding: Conv1dPadding) =>
  ([x, kernel, bias]: readonly Plain[]): Plain => {
    const [batch, time, inputs] = x.shape;
    const [width, , filters] = kernel.shape;
    const left = padding === 'same' ? Math.floor((width - 1) / 2) : 0;
    const places = padding === 'same' ? time : Math.max(0, time - width + 1);
    const values = new Float64Array(batch * places * filters);
    for (let b = 0; b < batch; b++)
      for (let t = 0; t < places; t++)
        for (let f = 0; f < filters; f++) {
          let sum = bias.values[f];
          for (let j = 0; j < width; j++) {
            const s = t + j - left;
            if (s < 0 || s >= time) continue;
            for (let i = 0; i < inputs; i++)
              sum += x.values[(b * time + s) * inputs + i] * kernel.values[(j * inputs + i) * filters + f];
          }
          values[(b * places + t) * filters + f] = sum;
        }
    return { shape: [batch, places, filters], values };
  };

const plainDepthwise =
  (padding: Conv1dPadding) =>
  ([x, taps]: readonly Plain[]): Plain => {
    const channels = x.shape[2];
    const [width] = taps.shape;
    // A dense kernel that is zero off the diagonal.
    const kernel = new Float64Array(width * channels * channels);
    for (let j = 0; j < width; j++)
      for (let c = 0; c < channels; c++) kernel[(j * channels + c) * channels + c] = taps.values[j * channels + c];
    const shape = [width, channels, channels];
    return plain(padding)([x, { shape, values: kernel }, { shape: [channels], values: new Float64Array(channels) }]);
  };

beforeAll(startTestBackend);

describe('conv1d against float64, and its gradients against finite differences', () => {
  const cases: [string, Conv1dPadding, number, number, number, number, number][] = [
    ['one word, one channel', 'same', 1, 1, 1, 1, 1],
    ['odd sizes', 'same', 2, 7, 3, 5, 3],
    ['whole windows only', 'valid', 2, 7, 3, 5, 3],
    ['an even width', 'same', 3, 6, 5, 9, 4],
    ['a text shorter than its window', 'same', 2, 2, 3, 4, 5],
    ['exactly one window', 'valid', 2, 5, 2, 17, 5],
    ['a dense layer over words', 'same', 3, 4, 7, 18, 1],
    ['sixteen filters, four channels', 'same', 2, 5, 4, 16, 3],
  ];
  for (const [name, padding, batch, time, inputs, filters, width] of cases) {
    it(name, () => {
      const [x, kernel, bias] = [
        random(1, [batch, time, inputs]),
        random(2, [width, inputs, filters]),
        random(3, [filters]),
      ];
      const ours = ([a, b, c]: tf.Tensor[]): tf.Tensor =>
        conv1d(a as tf.Tensor3D, b as tf.Tensor3D, c as tf.Tensor1D, { padding });
      same({ ours, plain: plain(padding) }, [x, kernel, bias], ['x', 'kernel', 'bias']);
    });
  }

  it('more words than one chunk of rows', async () => {
    const [x, kernel, bias] = [random(1, [2, 150, 6]), random(2, [3, 6, 10]), random(3, [10])];
    const weights = random(4, [2, 150, 10]);
    const ours = tf.grads((...w: tf.Tensor[]) =>
      tf.sum(tf.mul(conv1d(w[0] as tf.Tensor3D, w[1] as tf.Tensor3D, w[2] as tf.Tensor1D), weights)),
    )([x, kernel, bias]);
    const found = ours.map((g) => g.dataSync());
    await full.setBackend('cpu');
    const theirs = full.grads((...w: tf.Tensor[]) =>
      full.sum(full.mul(full.add(full.conv1d(w[0] as tf.Tensor3D, w[1] as tf.Tensor3D, 1, 'same'), w[2]), weights)),
    )([x, kernel, bias]);
    const expected = theirs.map((g) => g.dataSync());
    await full.setBackend('wasm');
    expected.forEach((values, k) =>
      values.forEach((value, i) => expect(Math.abs(found[k][i] - value)).toBeLessThan(5e-4)),
    );
  });
});

describe('conv1d', () => {
  it('gives a text the same numbers alone and in a batch', () => {
    const [x, kernel, bias] = [random(1, [3, 5, 7]), random(2, [3, 7, 9]), random(3, [9])];
    const run = (of: tf.Tensor): tf.TypedArray =>
      conv1d(of as tf.Tensor3D, kernel as tf.Tensor3D, bias as tf.Tensor1D).dataSync();
    expect(run(tf.slice(x, [1, 0, 0], [1, 5, 7]))).toEqual(run(x).slice(45, 90));
  });
  it('gives no places for texts that are shorter than a window', () => {
    const out = conv1d(tf.ones([2, 3, 4]), tf.ones([5, 4, 2]), tf.ones([2]), { padding: 'valid' });
    expect(out.shape).toEqual([2, 0, 2]);
  });
  it('names the shapes that do not fit', () => {
    expect(() => conv1d(tf.ones([2, 3, 4]), tf.ones([3, 5, 2]), tf.ones([2]))).toThrow(/\[2,3,4\], \[3,5,2\], \[2\]/);
  });
});

describe('depthwiseConv1d against float64, and its gradients against finite differences', () => {
  const cases: [string, Conv1dPadding, number, number, number, number][] = [
    ['one word', 'same', 1, 1, 1, 3],
    ['odd sizes', 'same', 2, 7, 5, 3],
    ['an even width', 'same', 2, 6, 8, 4],
    ['whole windows only', 'valid', 3, 6, 7, 3],
    ['a text shorter than its window', 'same', 2, 2, 4, 5],
  ];
  for (const [name, padding, batch, time, channels, width] of cases) {
    it(name, () => {
      const ours = ([x, taps]: tf.Tensor[]): tf.Tensor =>
        depthwiseConv1d(x as tf.Tensor3D, taps as tf.Tensor2D, { padding });
      const given = [random(1, [batch, time, channels]), random(2, [width, channels])];
      same({ ours, plain: plainDepthwise(padding) }, given, ['x', 'filters']);
    });
  }
});

describe('separableConv1d', () => {
  it('equals tf.layers', async () => {
    const layer = full.layers.separableConv2d({ filters: 6, kernelSize: [1, 3], padding: 'same' });
    const x = random(1, [2, 8, 5]);
    const wide = tf.reshape(x, [2, 1, 8, 5]);
    await full.setBackend('cpu');
    layer.apply(wide);
    const weights = [random(2, [1, 3, 5, 1]), random(3, [1, 1, 5, 6]), random(4, [6])];
    layer.setWeights(weights);
    const expected = (layer.apply(wide) as tf.Tensor).dataSync();
    await full.setBackend('wasm');
    const [depthwise, pointwise, bias] = weights;
    const ours = separableConv1d(
      x as tf.Tensor3D,
      tf.reshape(depthwise, [3, 5]),
      tf.reshape(pointwise, [5, 6]),
      bias as tf.Tensor1D,
    );
    expect(ours.shape).toEqual([2, 8, 6]);
    ours.dataSync().forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
  });
});
