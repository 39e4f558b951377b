import type * as Tfjs from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { lstm, lstmStates, type LstmOptions } from './lstm';
import { startTestBackend } from '../testing/backend';

/** The whole of tfjs, as Node loads it: the oracle. It shares its engine with the parts that we import. */
const full = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof Tfjs;

type Weights = [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D, tf.Tensor1D];

const random = (seed: number, shape: number[], scale = 1): tf.Tensor =>
  tf.randomUniform(shape, -scale, scale, 'float32', seed);

function given(batch: number, time: number, inputs: number, units: number): Weights {
  return [
    random(1, [batch, time, inputs]),
    random(2, [inputs, 4 * units]),
    random(3, [units, 4 * units], 0.5),
    random(4, [4 * units]),
  ] as Weights;
}

/** The same LSTM as single operations, which tfjs can differentiate. */
function plain([x, kernel, recurrent, bias]: Weights, options: LstmOptions): { states: tf.Tensor; cells: tf.Tensor } {
  const [batch, time, inputs] = x.shape;
  const units = recurrent.shape[0];
  const states: tf.Tensor[] = [];
  const cells: tf.Tensor[] = [];
  let h: tf.Tensor = full.zeros([batch, units]);
  let c = h;
  for (let step = 0; step < time; step++) {
    const t = options.reverse ? time - 1 - step : step;
    const word = full.reshape(full.slice(x, [0, t, 0], [-1, 1, -1]), [batch, inputs]);
    const dropped = options.inputMask ? full.mul(word, options.inputMask) : word;
    const before = options.recurrentMask ? full.mul(h, options.recurrentMask) : h;
    const z = full.add(full.add(full.matMul(dropped, kernel), full.matMul(before as tf.Tensor2D, recurrent)), bias);
    const [i, f, g, o] = full.split(z, 4, 1);
    const cell = full.add(full.mul(full.sigmoid(f), c), full.mul(full.sigmoid(i), full.tanh(g)));
    const state = full.mul(full.sigmoid(o), full.tanh(cell));
    const read = options.mask ? full.slice(options.mask, [0, t], [-1, 1]) : full.ones([batch, 1]);
    const skip = full.sub(1, read);
    c = full.add(full.mul(cell, read), full.mul(c, skip));
    h = full.add(full.mul(state, read), full.mul(h, skip));
    states[t] = h;
    cells[t] = c;
  }
  expect(units).toBe(h.shape[1]);
  return { states: full.stack(states, 1), cells: full.stack(cells, 1) };
}

const NAMES = ['x', 'kernel', 'recurrentKernel', 'bias'];

async function compare(size: [number, number, number, number], options: LstmOptions, scale = 1): Promise<void> {
  const weights = given(...size);
  const [batch, time, , units] = size;
  const forStates = random(7, [batch, time, units], scale);
  const forCells = random(8, [batch, time, units], scale);
  const loss = ({ states, cells }: { states: tf.Tensor; cells: tf.Tensor }): tf.Scalar =>
    full.add(full.sum(full.mul(states, forStates)), full.sum(full.mul(cells, forCells)));
  const ours = tf.grads((...w: tf.Tensor[]) => {
    const [x, kernel, recurrent, bias] = w as Weights;
    return loss(lstm(x, kernel, recurrent, bias, options));
  })(weights);
  const found = ours.map((t) => t.dataSync<'float32'>());
  await full.setBackend('cpu');
  const theirs = full.grads((...w: tf.Tensor[]) => loss(plain(w as Weights, options)))(weights);
  const expected = theirs.map((t) => t.dataSync<'float32'>());
  await full.setBackend('wasm');
  NAMES.forEach((name, i) => {
    const most = expected[i].reduce((m, v) => Math.max(m, Math.abs(v)), 1e-3);
    const worst = expected[i].reduce((m, v, k) => Math.max(m, Math.abs(v - found[i][k])), 0);
    expect(worst / most, name).toBeLessThan(2e-5);
  });
}

beforeAll(startTestBackend);

describe('gradients of lstm, compared with those of single operations', () => {
  it('of one word, one unit', () => compare([1, 1, 1, 1], {}));
  it('of odd sizes', () => compare([3, 5, 5, 7], {}));
  it('from the right', () => compare([2, 6, 3, 5], { reverse: true }));
  it('of one long text, over several chunks of steps', () => compare([1, 150, 6, 8], {}));
  it('of a batch larger than a chunk', () => compare([70, 3, 4, 17], { reverse: true }));
  it('with skipped words', () => {
    const mask = tf.cast<tf.Tensor2D>(tf.greater(random(9, [4, 7]), -0.2), 'float32');
    return compare([4, 7, 3, 6], { mask });
  });
  it('with dropout of inputs and states, skipped words, from the right', () => {
    const mask = tf.cast<tf.Tensor2D>(tf.greater(random(9, [4, 7]), -0.2), 'float32');
    const drop = (seed: number, n: number): tf.Tensor2D =>
      tf.mul(tf.cast(tf.greater(random(seed, [4, n]), -0.4), 'float32'), 1.4);
    return compare([4, 7, 3, 6], { mask, inputMask: drop(10, 3), recurrentMask: drop(11, 6), reverse: true });
  });
});

describe('gradients of lstm', () => {
  it('equal finite differences', () => {
    const [x, kernel, recurrent, bias] = given(2, 4, 3, 5);
    const weight = random(12, [2, 4, 5]);
    const loss = (k: tf.Tensor): tf.Scalar => tf.sum(tf.mul(lstm(x, k as tf.Tensor2D, recurrent, bias).states, weight));
    const gradient = tf.grad(loss)(kernel).dataSync();
    const values = kernel.dataSync();
    const h = 1e-2;
    for (const i of [0, 7, 23, 41, 59]) {
      const moved = (by: number): number => {
        const copy = values.slice();
        copy[i] += by;
        return loss(tf.tensor(copy, kernel.shape)).dataSync()[0];
      };
      expect((moved(h) - moved(-h)) / (2 * h)).toBeCloseTo(gradient[i], 3);
    }
  });

  it('of the states alone are the same as with those of the cells', () => {
    const weights = given(3, 9, 5, 6);
    const factors = random(13, [3, 9, 6]);
    const run = (of: typeof lstm | typeof lstmStates): number[][] => {
      const gradients = tf.grads((...w: tf.Tensor[]) => {
        const [x, kernel, recurrent, bias] = w as Weights;
        const result = of(x, kernel, recurrent, bias);
        return tf.sum(tf.mul(result instanceof tf.Tensor ? result : result.states, factors));
      })(weights);
      return gradients.map((gradient) => Array.from(gradient.dataSync()));
    };
    expect(run(lstmStates)).toEqual(run(lstm));
    const [x, kernel, recurrent, bias] = weights;
    expect(lstmStates(x, kernel, recurrent, bias).dataSync()).toEqual(
      lstm(x, kernel, recurrent, bias).states.dataSync(),
    );
  });

  it('train variables inside tidy', () => {
    const [x, kernel, recurrent, bias] = given(2, 4, 3, 5);
    const variable = tf.variable(recurrent);
    const before = tf.memory().numTensors;
    const { grads, value } = tf.variableGrads(
      () => tf.sum(lstm(x, kernel, variable as tf.Tensor2D, bias).states),
      [variable],
    );
    expect(tf.memory().numTensors).toBe(before + 2);
    expect(grads[variable.name].shape).toEqual([5, 20]);
    tf.dispose([value, grads]);
  });

  it('have no denormals after 400 words of which only the last one matters', () => {
    const [x, kernel, recurrent, bias] = given(1, 400, 4, 8);
    const last = (w: tf.Tensor): tf.Scalar =>
      tf.sum(tf.slice(lstm(w as tf.Tensor3D, kernel, tf.mul(recurrent, 0.1), bias).states, [0, 399, 0], [1, 1, 8]));
    const gradient = tf.grad(last)(x).dataSync();
    expect(gradient.filter((v) => v !== 0 && Math.abs(v) < 1e-30)).toHaveLength(0);
    expect(gradient[399 * 4]).not.toBe(0);
    expect(gradient[0]).toBe(0);
  });
});
