import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startKernels } from '../inference/kernel-module';
import { startBackend } from './backend';
import { hasDataSegment } from '../build.mjs';
import { heapBytes } from './heap';
import { lstm } from './lstm';
import { kernelBytes, startTestBackend, testBytes } from '../testing/backend';

const EVENTS = ['uncaughtException', 'unhandledRejection'];
const counts = (): number[] => EVENTS.map((event) => process.listenerCount(event));

describe('startBackend', () => {
  it('refuses damaged bytes and names the file, and starts when called again with good bytes', async () => {
    const { tfjs, kernels: bytes } = await testBytes();
    await expect(startKernels(bytes.slice(9))).rejects.toThrow(/kernels\.wasm is damaged/);
    const kernels = await startKernels(bytes);
    await expect(startBackend({ tfjs: tfjs.slice(0, 1000), kernels })).rejects.toThrow(
      /tfjs-backend-wasm-simd\.wasm is damaged/,
    );
    const before = counts();
    const platform = tf.env().platform;
    await startBackend({ tfjs, kernels });
    expect(tf.getBackend()).toBe('wasm');
    expect(tf.env().platform).toBe(platform);
    expect(counts(), 'listeners that tfjs added').toEqual(before);
  });

  it('does nothing when called again', async () => {
    await startTestBackend();
    const backend = tf.backend();
    await Promise.all([startTestBackend(), startTestBackend()]);
    expect(tf.backend()).toBe(backend);
  });
});

describe('the kernels', () => {
  beforeAll(startTestBackend);

  it('have no static data, which would overwrite that of tfjs', async () => {
    const tfjs = await testBytes();
    expect(hasDataSegment(await kernelBytes())).toBe(false);
    expect(hasDataSegment(tfjs.tfjs), 'a module that is known to have data').toBe(true);
  });

  it('still work after the shared memory has grown', () => {
    const x = tf.randomUniform<tf.Rank.R3>([1, 5, 3], -1, 1, 'float32', 1);
    const weights: [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D] = [tf.ones([3, 8]), tf.ones([2, 8]), tf.zeros([8])];
    const before = lstm(x, ...weights).states.dataSync();
    const bytes = heapBytes();
    const large = tf.zeros([bytes / 4]);
    expect(heapBytes()).toBeGreaterThan(bytes);
    expect(lstm(x, ...weights).states.dataSync()).toEqual(before);
    large.dispose();
  });

  it('leave nothing behind in 1,000 calls with and without gradients', () => {
    const x = tf.randomUniform<tf.Rank.R3>([2, 20, 8], -1, 1, 'float32', 1);
    const bias = tf.zeros<tf.Rank.R1>([64]);
    const kernel = tf.ones<tf.Rank.R2>([8, 64]);
    const mask = tf.tensor2d([20, 3].map((count) => Array.from({ length: 20 }, (_, t) => Number(t < count))));
    const recurrent = tf.variable(tf.ones<tf.Rank.R2>([16, 64]));
    const call = (i: number): void => {
      tf.tidy(() => {
        const states = (): tf.Tensor =>
          lstm(x, kernel, tf.mul(recurrent, 1), bias, { mask, reverse: i % 2 === 0 }).states;
        if (i % 3 === 0) states();
        else tf.variableGrads(() => tf.mean(tf.square(states())), [recurrent]);
      });
    };
    for (let i = 0; i < 20; i++) call(i);
    const before = { ...tf.memory(), heap: heapBytes() };
    for (let i = 0; i < 1000; i++) call(i);
    const after = { ...tf.memory(), heap: heapBytes() };
    expect(after).toEqual(before);
  });
});
