import type * as Tfjs from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from './testing';

// The operations that we replace, against tfjs's plain JavaScript backend.
const full = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof Tfjs;

const random = (seed: number, shape: number[]): tf.Tensor => tf.randomUniform(shape, -1, 1, 'float32', seed);

async function same(compute: () => tf.Tensor | tf.Tensor[], digits = 5): Promise<void> {
  const run = (): { shapes: number[][]; numbers: number[] } => {
    const results = [compute()].flat();
    return { shapes: results.map((t) => t.shape), numbers: results.flatMap((t) => Array.from(t.dataSync())) };
  };
  const ours = run();
  await full.setBackend('cpu');
  const theirs = run();
  await full.setBackend('wasm');
  expect(ours.shapes).toEqual(theirs.shapes);
  ours.numbers.forEach((value, i) => expect(value).toBeCloseTo(theirs.numbers[i], digits));
}

beforeAll(startTestBackend);

describe('matMul', () => {
  for (const [M, K, N] of [
    [1, 1, 1],
    [3, 5, 17],
    [70, 33, 40],
  ]) {
    it(`[${M}, ${K}] x [${K}, ${N}], transposed in every way`, async () => {
      await same(() => [
        tf.matMul(random(1, [K, M]), random(2, [K, N]), true, false),
        tf.matMul(random(1, [M, K]), random(2, [N, K]), false, true),
        tf.matMul(random(1, [K, M]), random(2, [N, K]), true, true),
      ]);
    });
  }

  it('of batches, broadcast', () => same(() => tf.matMul(random(1, [3, 4, 5]), random(2, [1, 6, 5]), false, true)));

  it('has right gradients', () =>
    same(() => {
      const loss = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.sum(tf.square(tf.matMul(a, b)));
      return tf.grads(loss)([random(1, [7, 3]), random(2, [3, 18])]);
    }));
});

describe('gather', () => {
  const ids = (): tf.Tensor =>
    tf.tensor(
      [
        [4, 0, 4],
        [1, 1, 2],
      ],
      [2, 3],
      'int32',
    );

  it('picks rows', () => same(() => tf.gather(random(1, [5, 7]), ids())));
  it('picks along another axis', () => same(() => tf.gather(random(1, [3, 5]), tf.tensor1d([4, 0], 'int32'), 1)));
  it('has right gradients', () =>
    same(() => {
      const loss = (x: tf.Tensor): tf.Tensor => tf.sum(tf.mul(tf.gather(x, ids()), random(3, [2, 3, 7])));
      return tf.grad(loss)(random(1, [5, 7]));
    }));
  it('drops what belongs to no segment', () => {
    const sums = tf.unsortedSegmentSum(tf.ones([3, 2]), tf.tensor1d([1, -1, 5], 'int32'), 2);
    expect(Array.from(sums.dataSync())).toEqual([0, 0, 1, 1]);
  });
});

describe('slice', () => {
  it('copies runs of every kind', () =>
    same(() => [
      tf.slice(random(1, [9]), 2, 5),
      tf.slice(random(1, [4, 6]), [1, 0], [2, 6]),
      tf.slice(random(1, [4, 6]), [1, 2], [2, 3]),
      tf.slice(random(1, [3, 4, 5]), [0, 3, 0], [-1, 1, -1]),
      tf.slice(random(1, [3, 4, 5]), [1, 1, 2], [2, 2, 2]),
      tf.slice(random(1, [2, 3, 4, 5]), [0, 1, 1, 1], [2, 2, 2, 3]),
      tf.slice(random(1, [2, 3]), [1, 1], [0, 2]),
    ]));
  it('splits and unstacks', () =>
    same(() => [
      ...tf.split(random(1, [3, 4, 6]), 2, 2),
      ...tf.split(random(1, [5, 4]), [1, 3, 1], 0),
      ...tf.unstack(random(1, [2, 3, 4]), 1),
      ...tf.unstack(random(1, [3]), 0),
    ]));
  it('of integers', () => same(() => tf.slice(tf.tensor1d([1, 2, 3, 4], 'int32'), 1, 2)));
  it('has right gradients', () =>
    same(() => tf.grad((x) => tf.sum(tf.square(tf.slice(x, [0, 1, 1], [-1, 1, -1]))))(random(1, [2, 3, 4]))));
});

describe('clone', () => {
  it('outlives its original', () => {
    const x = tf.tensor1d([1, 2, 3]);
    const copy = x.clone();
    x.dispose();
    const other = tf.tensor1d([7, 7, 7]);
    expect(Array.from(copy.dataSync())).toEqual([1, 2, 3]);
    tf.dispose([copy, other]);
  });
});
