import type * as Tfjs from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { random, same, type Plain } from '../testing/float64';
import { simpleRnn, type SimpleRnnOptions } from './simple-rnn';
import { startTestBackend } from '../testing/backend';

const full = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof Tfjs;

type Factors = Partial<Record<'mask' | 'inputMask' | 'recurrentMask', readonly number[]>>;

/** The recurrence by its definition, in float64. */
const plain =
  ({ mask, inputMask, recurrentMask }: Factors, reverse: boolean) =>
  ([x, kernel, recurrent, bias]: readonly Plain[]): Plain => {
    const [batch, time, inputs] = x.shape;
    const [units] = bias.shape;
    const values = new Float64Array(batch * time * units);
    for (let b = 0; b < batch; b++) {
      let h = new Float64Array(units);
      for (let step = 0; step < time; step++) {
        const t = reverse ? time - 1 - step : step;
        if (!mask || mask[b * time + t] !== 0) {
          const before = h;
          h = Float64Array.from({ length: units }, (_, u) => {
            let z = bias.values[u];
            for (let i = 0; i < inputs; i++)
              z +=
                x.values[(b * time + t) * inputs + i] *
                (inputMask?.[b * inputs + i] ?? 1) *
                kernel.values[i * units + u];
            for (let i = 0; i < units; i++)
              z += before[i] * (recurrentMask?.[b * units + i] ?? 1) * recurrent.values[i * units + u];
            return Math.tanh(z);
          });
        }
        values.set(h, (b * time + t) * units);
      }
    }
    return { shape: [batch, time, units], values };
  };

const given = (batch: number, time: number, inputs: number, units: number): tf.Tensor[] => [
  random(1, [batch, time, inputs]),
  random(2, [inputs, units]),
  random(3, [units, units], 0.5),
  random(4, [units]),
];

const NAMES = ['x', 'kernel', 'recurrentKernel', 'bias'];

function compare(size: [number, number, number, number], options: SimpleRnnOptions = {}): void {
  const numbers = (of: tf.Tensor | undefined): number[] | undefined => of && Array.from(of.dataSync());
  const factors: Factors = {
    mask: numbers(options.mask),
    inputMask: numbers(options.inputMask),
    recurrentMask: numbers(options.recurrentMask),
  };
  const ours = ([x, kernel, recurrent, bias]: tf.Tensor[]): tf.Tensor =>
    simpleRnn(x as tf.Tensor3D, kernel as tf.Tensor2D, recurrent as tf.Tensor2D, bias as tf.Tensor1D, options);
  same({ ours, plain: plain(factors, options.reverse ?? false) }, given(...size), NAMES);
}

const mask = (batch: number, time: number): tf.Tensor2D =>
  tf.cast<tf.Tensor2D>(tf.greater(random(9, [batch, time]), -0.2), 'float32');
const drop = (seed: number, batch: number, n: number): tf.Tensor2D =>
  tf.mul(tf.cast(tf.greater(random(seed, [batch, n]), -0.4), 'float32'), 1.4);

beforeAll(startTestBackend);

describe('simpleRnn, compared with float64, and its gradients, compared with finite differences', () => {
  it('of one word, one unit', () => compare([1, 1, 1, 1]));
  it('of odd sizes', () => compare([3, 5, 3, 7]));
  it('of more units than a panel', () => compare([2, 4, 3, 17]));
  it('from the right', () => compare([2, 6, 3, 5], { reverse: true }));
  it('of a text longer than a chunk', () => compare([1, 70, 2, 3]));
  it('with skipped words', () => compare([4, 7, 3, 6], { mask: mask(4, 7) }));
  it('with skipped words and dropout, from the right', () =>
    compare([4, 7, 3, 6], {
      mask: mask(4, 7),
      inputMask: drop(10, 4, 3),
      recurrentMask: drop(11, 4, 6),
      reverse: true,
    }));
});

describe('simpleRnn', () => {
  const run = ([x, kernel, recurrent, bias]: tf.Tensor[], options: SimpleRnnOptions = {}): tf.Tensor3D =>
    simpleRnn(x as tf.Tensor3D, kernel as tf.Tensor2D, recurrent as tf.Tensor2D, bias as tf.Tensor1D, options);

  it('equals tf.layers with a mask', async () => {
    const tensors = given(3, 6, 4, 5);
    const read = tf.tensor2d([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0], [3, 6]);
    const ours = run(tensors, { mask: read }).dataSync();
    await full.setBackend('cpu');
    const layer = full.layers.simpleRNN({ units: 5, returnSequences: true });
    layer.apply(tensors[0]);
    layer.setWeights(tensors.slice(1, 4));
    const theirs = layer.apply(tensors[0], { mask: full.cast(read, 'bool') }) as tf.Tensor;
    const expected = theirs.dataSync();
    await full.setBackend('wasm');
    ours.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
  });

  it('gives a text the same states alone and in a batch', () => {
    const [x, ...weights] = given(3, 5, 7, 9);
    const alone = run([tf.slice(x, [1, 0, 0], [1, 5, 7]), ...weights]).dataSync();
    expect(alone).toEqual(
      run([x, ...weights])
        .dataSync()
        .slice(45, 90),
    );
  });

  it('has no denormals in a gradient that vanishes over 400 words', () => {
    const [x, kernel, recurrent, bias] = given(1, 400, 4, 8);
    const last = (w: tf.Tensor): tf.Scalar =>
      tf.sum(tf.slice(run([w, kernel, tf.mul(recurrent, 0.1), bias]), [0, 399, 0], [1, 1, 8]));
    const gradient = tf.grad(last)(x).dataSync();
    expect(gradient.filter((v) => v !== 0 && Math.abs(v) < 1e-30)).toHaveLength(0);
    expect(gradient[399 * 4]).not.toBe(0);
    expect(gradient[0]).toBe(0);
  });

  it('leaves no tensors behind', () => {
    const tensors = given(2, 4, 3, 5);
    const before = tf.memory().numTensors;
    const gradients = tf.grads((...w: tf.Tensor[]) => tf.sum(run(w)))(tensors.slice(0, 4));
    expect(tf.memory().numTensors).toBe(before + 4);
    tf.dispose(gradients);
  });

  it('names the shape that does not fit', () => {
    const [x, kernel, recurrent] = given(2, 4, 3, 5);
    expect(() => run([x, kernel, recurrent, tf.ones([4])])).toThrow('simpleRnn: bias must be [5], not [4].');
  });
});
