import type * as Tfjs from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { random, same, type Plain } from '../testing/float64';
import { startTestBackend } from '../testing/backend';
import { gru, type GruOptions } from './gru';

const full = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof Tfjs;
const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** The recurrence by its definition (Cho et al. 2014), in float64. */
const plain =
  (after: boolean, mask: readonly number[] | undefined, reverse: boolean) =>
  ([x, kernel, recurrent, bias, recurrentBias]: readonly Plain[]): Plain => {
    const [batch, time, inputs] = x.shape;
    const units = recurrent.shape[0];
    const values = new Float64Array(batch * time * units);
    for (let b = 0; b < batch; b++) {
      let h = new Float64Array(units);
      for (let step = 0; step < time; step++) {
        const t = reverse ? time - 1 - step : step;
        if (!mask || mask[b * time + t] !== 0) {
          const word = (column: number): number => {
            let sum = bias.values[column];
            for (let i = 0; i < inputs; i++)
              sum += x.values[(b * time + t) * inputs + i] * kernel.values[i * 3 * units + column];
            return sum;
          };
          const product = (state: ArrayLike<number>, column: number): number => {
            let sum = after ? recurrentBias.values[column] : 0;
            for (let i = 0; i < units; i++) sum += state[i] * recurrent.values[i * 3 * units + column];
            return sum;
          };
          const before = h;
          const gate = (at: number) => (u: number) => logistic(word(at * units + u) + product(before, at * units + u));
          const [update, reset] = [gate(0), gate(1)].map((of) => Array.from(before, (_, u) => of(u)));
          const held = before.map((value, u) => value * reset[u]);
          h = before.map((value, u) => {
            const column = 2 * units + u;
            const state = after ? reset[u] * product(before, column) : product(held, column);
            return update[u] * value + (1 - update[u]) * Math.tanh(word(column) + state);
          });
        }
        values.set(h, (b * time + t) * units);
      }
    }
    return { shape: [batch, time, units], values };
  };

const given = (batch: number, time: number, inputs: number, units: number): tf.Tensor[] => [
  random(1, [batch, time, inputs]),
  random(2, [inputs, 3 * units]),
  random(3, [units, 3 * units], 0.5),
  random(4, [3 * units]),
  random(6, [3 * units]),
];
const NAMES = ['x', 'kernel', 'recurrentKernel', 'bias', 'recurrentBias'];

const run = ([x, kernel, recurrent, bias]: tf.Tensor[], options: GruOptions = {}): tf.Tensor3D =>
  gru(x as tf.Tensor3D, kernel as tf.Tensor2D, recurrent as tf.Tensor2D, bias as tf.Tensor1D, options);

function compare(size: [number, number, number, number], after: boolean, options: GruOptions = {}): void {
  const mask = options.mask && Array.from(options.mask.dataSync());
  const used = after ? 5 : 4;
  same(
    {
      ours: (tensors) =>
        run(tensors, {
          ...options,
          ...(after && { recurrentBias: tensors[4] as tf.Tensor1D }),
        }),
      plain: plain(after, mask, options.reverse ?? false),
    },
    given(...size).slice(0, used),
    NAMES.slice(0, used),
  );
}

const mask = (batch: number, time: number): tf.Tensor2D =>
  tf.tensor2d(
    Array.from({ length: batch * time }, (_, i) => Number((i * 7) % 5 !== 0)),
    [batch, time],
  );

beforeAll(startTestBackend);

describe.each([
  [true, 'after'],
  [false, 'before'],
])('a GRU and its gradients against float64, reset %s %s the product', (after) => {
  it('of one word', () => compare([1, 1, 1, 1], after));
  it('of a batch', () => compare([2, 5, 3, 4], after));
  it('of more units than a panel', () => compare([2, 3, 3, 17], after));
  it('from the right', () => compare([2, 5, 3, 5], after, { reverse: true }));
  it('with skipped words', () => compare([3, 6, 3, 6], after, { mask: mask(3, 6) }));
  it('with skipped words, from the right', () => compare([3, 6, 3, 6], after, { mask: mask(3, 6), reverse: true }));
});

describe('gru', () => {
  it('equals tf.layers with a mask', async () => {
    const tensors = given(3, 6, 4, 5);
    const read = tf.tensor2d([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0], [3, 6]);
    const ours = run(tensors, { mask: read }).dataSync();
    await full.setBackend('cpu');
    const layer = full.layers.gru({ units: 5, returnSequences: true, recurrentActivation: 'sigmoid' });
    layer.apply(tensors[0]);
    layer.setWeights(tensors.slice(1, 4));
    const expected = (layer.apply(tensors[0], { mask: full.cast(read, 'bool') }) as tf.Tensor).dataSync();
    await full.setBackend('wasm');
    ours.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
  });

  it('gives a text the same states alone and in a batch', () => {
    const [x, ...weights] = given(3, 5, 7, 9);
    const alone = run([tf.slice(x, [1, 0, 0], [1, 5, 7]), ...weights]).dataSync();
    expect(alone).toEqual(run([x, ...weights]).dataSync().slice(45, 90)); // prettier-ignore
  });

  it('leaves no tensors behind', () => {
    const tensors = given(2, 4, 3, 5);
    const before = tf.memory().numTensors;
    for (const resetAfter of [true, false]) {
      const gradients = tf.grads((...w: tf.Tensor[]) => tf.sum(run(w, { resetAfter })))(tensors.slice(0, 4));
      expect(tf.memory().numTensors).toBe(before + 4);
      tf.dispose(gradients);
    }
  });

  it('names the shape that does not fit', () => {
    const [x, kernel, recurrent] = given(2, 4, 3, 5);
    expect(() => run([x, kernel, recurrent, tf.ones([4])])).toThrow('gru: bias must be [15], not [4].');
  });
});
