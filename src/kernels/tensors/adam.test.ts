import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { adamStep } from '../testing/adam-step';
import type { AdamAttributes } from './adam';
import { lstm } from './lstm';
import { startTestBackend } from '../testing/backend';

const defaults: AdamAttributes = { learningRate: 0.05, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, step: 1 };

function start(
  values: number[] | Float32Array,
  shape?: number[],
): { variable: tf.Variable; m: tf.Tensor; v: tf.Tensor } {
  const variable = tf.tidy(() => tf.variable(tf.tensor(values, shape)));
  return { variable, m: tf.zerosLike(variable), v: tf.zerosLike(variable) };
}

beforeAll(startTestBackend);

describe('SaliencyAdam', () => {
  for (const weightDecay of [0, 0.1]) {
    it(`follows the formulas of the article over 20 steps, weight decay ${weightDecay}`, () => {
      const n = 11;
      const p = Array.from({ length: n }, (_, i) => Math.sin(i));
      const m = new Array<number>(n).fill(0);
      const v = new Array<number>(n).fill(0);
      const tensors = start(p);
      for (let step = 1; step <= 20; step++) {
        const g = p.map((_, i) => Math.cos(i * step) * 10 ** ((i % 5) - 3));
        adamStep({ ...tensors, gradient: tf.tensor(g) }, { ...defaults, step, weightDecay });
        for (let i = 0; i < n; i++) {
          m[i] = 0.9 * m[i] + 0.1 * g[i];
          v[i] = 0.999 * v[i] + 0.001 * g[i] ** 2;
          const update = m[i] / (1 - 0.9 ** step) / (Math.sqrt(v[i] / (1 - 0.999 ** step)) + 1e-8);
          p[i] -= 0.05 * weightDecay * p[i] + 0.05 * update;
        }
      }
      tensors.variable.dataSync().forEach((value, i) => expect(value).toBeCloseTo(p[i], 5));
    });
  }

  it('is noticed by products, which keep their own packed weights', () => {
    const tensors = start([1, 2, 3, 4], [2, 2]);
    const kernel = start(new Float32Array(8).fill(0.5), [1, 8]);
    const x = tf.tensor2d([[1, 1]]);
    const word = tf.ones<tf.Rank.R3>([1, 1, 1]);
    const states = (): number =>
      lstm(word, kernel.variable as tf.Tensor2D, tf.zeros([2, 8]), tf.zeros([8])).states.dataSync()[0];
    const before = [tf.matMul(x, tensors.variable as tf.Tensor2D).dataSync()[0], states()];
    adamStep({ ...tensors, gradient: tf.ones([2, 2]) }, defaults);
    adamStep({ ...kernel, gradient: tf.ones([1, 8]) }, defaults);
    expect(tf.matMul(x, tensors.variable as tf.Tensor2D).dataSync()[0]).toBeCloseTo(before[0] - 0.1, 5);
    expect(states()).toBeLessThan(before[1]);
  });

  it('does not change a clone of the variable', () => {
    const tensors = start([1, 2, 3]);
    const snapshot = tensors.variable.clone();
    adamStep({ ...tensors, gradient: tf.ones([3]) }, defaults);
    expect(Array.from(snapshot.dataSync())).toEqual([1, 2, 3]);
    expect(tensors.variable.dataSync()[0]).toBeCloseTo(0.95, 5);
  });

  it('keeps no denormal moments', () => {
    const tensors = start([1, 1, 1, 1, 1]);
    adamStep({ ...tensors, gradient: tf.fill([5], 1e-20) }, defaults);
    expect(Array.from(tensors.v.dataSync())).toEqual([0, 0, 0, 0, 0]);
    expect(tensors.m.dataSync()[4]).toBeCloseTo(1e-21, 25);
  });

  it('leaves no tensors behind', () => {
    const tensors = start([1, 2, 3]);
    const gradient = tf.ones([3]);
    const before = tf.memory().numTensors;
    for (let step = 1; step <= 10; step++) adamStep({ ...tensors, gradient }, { ...defaults, step });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses moments of another size', () => {
    const tensors = start([1, 2, 3]);
    expect(() => adamStep({ ...tensors, gradient: tf.ones([4]) }, defaults)).toThrow(/must be float32 of shape \[3\]/);
  });
});
