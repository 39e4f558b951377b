import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';

// An operation and its gradients against plain double-precision arithmetic.

/** A tensor as plain numbers, row by row. */
export interface Plain {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/** The same operation twice: ours on tensors, and a plain version in float64. */
export interface Twice {
  readonly ours: (inputs: tf.Tensor[]) => tf.Tensor;
  readonly plain: (inputs: readonly Plain[]) => Plain;
}

export const random = (seed: number, shape: number[], scale = 1): tf.Tensor =>
  tf.randomUniform(shape, -scale, scale, 'float32', seed);

const plainOf = (tensor: tf.Tensor): Plain => ({ shape: tensor.shape, values: Float64Array.from(tensor.dataSync()) });

function largest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 1);
}

/** The largest difference, relative to the largest expected value (or to 1, if that is smaller). */
function distance(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found.length).toBe(expected.length);
  return (
    Array.from(expected).reduce((most, value, i) => Math.max(most, Math.abs(value - found[i])), 0) / largest(expected)
  );
}

/**
 * Results within 1e-5 of float64, and the gradients of a random weighted sum of them within 2e-5 of central
 * differences taken in float64.
 */
export function same({ ours, plain }: Twice, inputs: tf.Tensor[], names: readonly string[]): void {
  const numbers = inputs.map(plainOf);
  const expected = plain(numbers);
  const result = tf.tidy(() => ours(inputs));
  expect(result.shape).toEqual(expected.shape);
  expect(distance(result.dataSync(), expected.values), 'result').toBeLessThan(1e-5);
  const weights = random(99, result.shape);
  const doubles = Float64Array.from(weights.dataSync());
  const loss = (at: readonly Plain[]): number => plain(at).values.reduce((sum, v, i) => sum + v * doubles[i], 0);
  const differentiated = inputs.slice(0, names.length);
  const gradients = tf.grads((...given: tf.Tensor[]) =>
    tf.sum(tf.mul(ours([...given, ...inputs.slice(names.length)]), weights)),
  )(differentiated);
  names.forEach((name, k) => {
    expect(gradients[k].shape, name).toEqual(inputs[k].shape);
    const slopes = differences(loss, numbers, k);
    expect(distance(gradients[k].dataSync(), slopes), `gradient of ${name}`).toBeLessThan(2e-5);
  });
}

/** Central differences in float64 for every number of one input. */
function differences(loss: (at: readonly Plain[]) => number, inputs: readonly Plain[], which: number): Float64Array {
  const h = 1e-5;
  return inputs[which].values.map((_, i) => {
    const moved = (by: number): number => {
      const values = inputs[which].values.slice();
      values[i] += by;
      return loss(inputs.map((input, k) => (k === which ? { ...input, values } : input)));
    };
    return (moved(h) - moved(-h)) / (2 * h);
  });
}
