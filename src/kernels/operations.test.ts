import type * as Tfjs from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from './testing/backend';

// The operations that we replace, compared with tfjs's plain JavaScript backend.
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
        tf.matMul(random(1, [M, K]), random(2, [K, N])),
      ]);
    });
  }

  it('of batches, broadcast', () => same(() => tf.matMul(random(1, [3, 4, 5]), random(2, [1, 6, 5]), false, true)));

  it('of single rows in batches, and their gradients', () =>
    same(() => {
      const loss = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.sum(tf.square(tf.matMul(a, b)));
      return tf.grads(loss)([random(1, [3, 1, 7]), random(2, [3, 7, 9])]);
    }));
  it('gives a row the same numbers alone and among others', () => {
    const [a, b] = [random(1, [7, 12]), random(2, [12, 9])];
    const alone = tf.matMul(tf.slice(a, [3, 0], [1, 12]), b).dataSync();
    expect(alone).toEqual(tf.matMul(a, b).dataSync().slice(27, 36));
  });

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
  it('drops rows that belong to no segment', () => {
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
    same(() => [
      tf.grad((x) => tf.sum(tf.square(tf.slice(x, [0, 1, 1], [-1, 1, -1]))))(random(1, [2, 3, 4])),
      tf.grad((x) => tf.sum(tf.square(tf.slice(x, [1, 0, 2, 1], [2, -1, 1, 2]))))(random(1, [3, 2, 4, 3])),
      tf.grad((x) => tf.sum(tf.square(tf.slice(x, 2, 3))))(random(1, [6])),
    ]));
});

describe('concat', () => {
  it('along every axis, also of parts with different sizes and of empty ones', () =>
    same(() => [
      tf.concat([random(1, [3]), random(2, [2]), random(3, [1])], 0),
      tf.concat([random(1, [3, 2, 5]), random(2, [3, 4, 5])], 1),
      tf.concat([random(1, [3, 2, 5]), random(2, [3, 2, 1]), random(3, [3, 2, 4])], -1),
      tf.concat([random(1, [2, 3]), random(2, [0, 3])], 0),
      tf.concat([tf.tensor1d([1, 2], 'int32'), tf.tensor1d([3], 'int32')]),
    ]));
  it('has right gradients', () =>
    same(() => {
      const loss = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => tf.sum(tf.square(tf.concat([a, b, a], 1)));
      return tf.grads(loss)([random(1, [3, 2]), random(2, [3, 5])]);
    }));
});

describe('tanh', () => {
  const wide = (n: number): tf.Tensor => tf.mul(random(1, [n]), 12);
  it('of few and many numbers', () => same(() => [tf.tanh(wide(1)), tf.tanh(wide(7)), tf.tanh(wide(64))]));
  it('has right gradients', () => same(() => tf.grad((x) => tf.sum(tf.square(tf.tanh(x))))(random(1, [3, 7]))));
});

describe('clone', () => {
  it('stays valid when its original is disposed', () => {
    const x = tf.tensor1d([1, 2, 3]);
    const copy = x.clone();
    x.dispose();
    const other = tf.tensor1d([7, 7, 7]);
    expect(Array.from(copy.dataSync())).toEqual([1, 2, 3]);
    tf.dispose([copy, other]);
  });
});
