import type * as Tfjs from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { lstm, type LstmOptions } from './lstm';
import { startTestBackend } from '../testing/backend';

/** The whole of tfjs, as Node loads it: the oracle. It shares its engine with the parts that we import. */
const full = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof Tfjs;

/** Numbers in [-scale, scale] that are the same in every run. */
function random(seed: number, shape: number[], scale = 1): tf.Tensor {
  return tf.randomUniform(shape, -scale, scale, 'float32', seed);
}

interface Case {
  readonly batch: number;
  readonly time: number;
  readonly inputs: number;
  readonly units: number;
}

function weights({ inputs, units }: Case): [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D] {
  return [
    random(1, [inputs, 4 * units]) as tf.Tensor2D,
    random(2, [units, 4 * units], 0.5) as tf.Tensor2D,
    random(3, [4 * units]) as tf.Tensor1D,
  ];
}

/** tf.layers on the plain JavaScript backend; states in the order of the text. */
async function oracle(
  x: tf.Tensor,
  w: tf.Tensor[],
  units: number,
  reverse: boolean,
  mask?: tf.Tensor,
): Promise<Float32Array> {
  await full.setBackend('cpu');
  const layer = full.layers.lstm({
    units,
    returnSequences: true,
    recurrentActivation: 'sigmoid',
    goBackwards: reverse,
    recurrentInitializer: 'zeros',
  });
  layer.apply(x); // Makes the weights.
  layer.setWeights(w);
  const states = layer.apply(x, mask ? { mask: mask } : undefined) as Tfjs.Tensor;
  const numbers = (reverse ? full.reverse(states, 1) : states).dataSync<'float32'>();
  await full.setBackend('wasm');
  return numbers;
}

/** A mask that reads so many first words of each text. */
const firstWords = (counts: readonly number[], time: number): tf.Tensor2D =>
  tf.tensor2d(counts.map((count) => Array.from({ length: time }, (_, t) => Number(t < count))));

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, x, i) => Math.max(most, Math.abs(x - b[i])), 0);
}

beforeAll(startTestBackend);

describe('lstm, compared with tf.layers', () => {
  const cases: Case[] = [
    { batch: 1, time: 1, inputs: 1, units: 1 },
    { batch: 1, time: 100, inputs: 12, units: 20 },
    { batch: 2, time: 7, inputs: 5, units: 3 },
    { batch: 3, time: 70, inputs: 13, units: 18 },
    { batch: 5, time: 2, inputs: 64, units: 16 },
    { batch: 67, time: 3, inputs: 4, units: 31 },
  ];
  for (const shape of cases) {
    for (const reverse of [false, true]) {
      it(`${JSON.stringify(shape)} ${reverse ? 'from the right' : 'from the left'}`, async () => {
        const { batch, time, inputs, units } = shape;
        const x = random(4, [batch, time, inputs], 2) as tf.Tensor3D;
        const w = weights(shape);
        const mask = tf.cast<tf.Tensor2D>(tf.greater(random(5, [batch, time]), -0.4), 'float32');
        const whole = lstm(x, ...w, { reverse }).states.dataSync();
        const masked = lstm(x, ...w, { reverse, mask }).states.dataSync();
        expect(largestDifference(whole, await oracle(x, w, units, reverse))).toBeLessThan(1e-5);
        expect(largestDifference(masked, await oracle(x, w, units, reverse, mask))).toBeLessThan(1e-5);
      });
    }
  }
});

describe('lstm', () => {
  const shape: Case = { batch: 3, time: 6, inputs: 5, units: 7 };
  const run = (options?: LstmOptions, time = shape.time): { states: Float32Array; cells: Float32Array } => {
    const x = random(6, [shape.batch, shape.time, shape.inputs]) as tf.Tensor3D;
    const { states, cells } = lstm(tf.slice(x, [0, 0, 0], [-1, time, -1]), ...weights(shape), options);
    return { states: states.dataSync<'float32'>(), cells: cells.dataSync<'float32'>() };
  };
  const at = (states: Float32Array, b: number, t: number, time = shape.time): number[] =>
    Array.from(states.slice((b * time + t) * shape.units, (b * time + t + 1) * shape.units));

  it('repeats the last state after the words that are read', () => {
    const whole = run().states;
    const { states } = run({ mask: firstWords([6, 2, 0], shape.time) });
    expect(at(states, 0, 5)).toEqual(at(whole, 0, 5));
    expect(at(states, 1, 1)).toEqual(at(whole, 1, 1));
    expect(at(states, 1, 5)).toEqual(at(whole, 1, 1));
    expect(at(states, 2, 5)).toEqual(new Array(shape.units).fill(0));
  });

  it('from the right, gives the same with and without padding: the index is the place in the text', () => {
    const { states } = run({ reverse: true, mask: firstWords([4, 4, 4], shape.time) });
    const short = run({ reverse: true }, 4).states;
    expect(at(states, 1, 0)).toEqual(at(short, 1, 0, 4));
    expect(at(states, 2, 3)).toEqual(at(short, 2, 3, 4));
  });

  it('gives a text the same states alone, in a batch, and with padding, bit for bit', () => {
    const x = random(6, [shape.batch, shape.time, shape.inputs]) as tf.Tensor3D;
    const batch = run().states;
    for (let b = 0; b < shape.batch; b++) {
      const alone = lstm(tf.slice(x, [b, 0, 0], [1, -1, -1]), ...weights(shape)).states.dataSync<'float32'>();
      expect(at(alone, 0, 5)).toEqual(at(batch, b, 5));
      const mask = firstWords([4], shape.time);
      const padded = lstm(tf.slice(x, [b, 0, 0], [1, -1, -1]), ...weights(shape), { mask }).states;
      expect(at(padded.dataSync<'float32'>(), 0, 5)).toEqual(at(batch, b, 3));
    }
  });

  it('stays at zeros if every word is skipped', () => {
    const { states, cells } = run({ mask: tf.zeros([shape.batch, shape.time]) });
    expect([...states, ...cells].every((value) => value === 0)).toBe(true);
  });

  it('uses new weights after an assignment', () => {
    const [kernel, recurrent, bias] = weights(shape);
    const variable = tf.variable<tf.Rank.R2>(kernel);
    const x = random(6, [1, 4, shape.inputs]) as tf.Tensor3D;
    lstm(x, variable, recurrent, bias);
    variable.assign(tf.mul<tf.Tensor2D>(kernel, 2));
    const expected = lstm(x, tf.mul(kernel, 2), recurrent, bias).states.dataSync();
    expect(lstm(x, variable, recurrent, bias).states.dataSync()).toEqual(expected);
  });

  it('gives empty states for a text without words', () => {
    const { states } = lstm(tf.zeros([2, 0, shape.inputs]), ...weights(shape));
    expect(states.shape).toEqual([2, 0, shape.units]);
  });

  it('names the tensor that does not fit', () => {
    const [kernel, recurrent] = weights(shape);
    const x = tf.zeros<tf.Rank.R3>([1, 2, shape.inputs]);
    expect(() => lstm(x, kernel, recurrent, tf.zeros([5]))).toThrow(/bias must be \[28\], not \[5\]/);
  });
});
