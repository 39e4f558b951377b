import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { adamStep } from './testing/adam-step';
import { lstm } from './tensors/lstm';
import { startTestBackend } from './testing/backend';

// The LSTM on sequences that are not text: hand-drawn digits, read row by row.
const DIGITS = [
  '.###.,#...#,#...#,#...#,#...#,#...#,.###.',
  '..#..,.##..,..#..,..#..,..#..,..#..,.###.',
  '.###.,#...#,....#,...#.,..#..,.#...,#####',
  '#####,...#.,..#..,...#.,....#,#...#,.###.',
  '...#.,..##.,.#.#.,#..#.,#####,...#.,...#.',
  '#####,#....,####.,....#,....#,#...#,.###.',
  '..##.,.#...,#....,####.,#...#,#...#,.###.',
  '#####,....#,...#.,..#..,.#...,.#...,.#...',
  '.###.,#...#,#...#,.###.,#...#,#...#,.###.',
  '.###.,#...#,#...#,.####,....#,...#.,.##..',
].map((drawing) => drawing.split(','));

const SIZE = 10;

/** The same numbers in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Digits shifted by up to two pixels, with uneven ink and with noise. */
function draw(count: number, next: () => number): { images: tf.Tensor3D; labels: tf.Tensor1D } {
  const images = new Float32Array(count * SIZE * SIZE);
  const labels = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    labels[i] = Math.floor(next() * 10);
    const [top, left] = [Math.floor(next() * 4), Math.floor(next() * 5)];
    for (let p = 0; p < SIZE * SIZE; p++) {
      const ink = DIGITS[labels[i]][Math.floor(p / SIZE) - top]?.[(p % SIZE) - left] === '#';
      images[i * SIZE * SIZE + p] = (ink ? 0.7 + 0.6 * next() : 0) + (next() - 0.5) * 0.6;
    }
  }
  return { images: tf.tensor3d(images, [count, SIZE, SIZE]), labels: tf.tensor1d(labels, 'int32') };
}

beforeAll(startTestBackend);

it('learns to read noisy digits row by row', () => {
  const units = 48;
  const uniform = (seed: number, shape: number[]): tf.Variable => {
    const limit = Math.sqrt(6 / (shape[0] + shape[1]));
    return tf.variable(tf.randomUniform(shape, -limit, limit, 'float32', seed));
  };
  const variables = [
    uniform(1, [SIZE, 4 * units]),
    uniform(2, [units, 4 * units]),
    tf.variable(tf.zeros([4 * units])),
    uniform(3, [units, 10]),
    tf.variable(tf.zeros([10])),
  ];
  const [kernel, recurrent, bias, dense, denseBias] = variables;
  const logits = (images: tf.Tensor3D): tf.Tensor2D => {
    const { states } = lstm(images, kernel as tf.Tensor2D, recurrent as tf.Tensor2D, bias as tf.Tensor1D);
    const last = tf.reshape(tf.slice(states, [0, SIZE - 1, 0], [-1, 1, -1]), [-1, units]);
    return tf.add(tf.matMul(last as tf.Tensor2D, dense as tf.Tensor2D), denseBias);
  };
  const moments = variables.map((variable) => ({ m: tf.zerosLike(variable), v: tf.zerosLike(variable) }));
  const next = generator(7);
  for (let step = 1; step <= 400; step++) {
    const learningRate = step < 300 ? 0.01 : 0.002;
    tf.tidy(() => {
      const { images, labels } = draw(64, next);
      const { grads } = tf.variableGrads(() => {
        const picked = tf.mul(tf.logSoftmax(logits(images)), tf.oneHot(labels, 10));
        return tf.neg(tf.mean(tf.sum(picked, 1)));
      }, variables);
      variables.forEach((variable, i) => {
        const gradient = grads[variable.name];
        adamStep(
          { variable, ...moments[i], gradient },
          { learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, step },
        );
      });
    });
  }
  const held = draw(1000, generator(1_000_003));
  const found = tf.argMax(logits(held.images), 1).dataSync();
  const right = held.labels.dataSync().filter((label, i) => label === found[i]).length;
  expect(right / 1000).toBeGreaterThan(0.97);
});
