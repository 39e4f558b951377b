import * as tf from '@tensorflow/tfjs-core';
import { adamStep } from '../../src/kernels/testing/adam-step';
import { lstmStates } from '../../src/kernels/tensors/lstm';
import { median, spread } from './measure.mjs';
import { normal, uniform } from './random.mjs';

const BATCH = 64, WORDS = 200, DIMENSION = 128, VOCABULARY = 10_000; // prettier-ignore

/** The networks that docs/performance.md compares with PyTorch. */
const NETWORKS = [
  { name: 'LSTM(64), last state', units: 64, directions: 1, attention: 0 },
  { name: 'BiLSTM(128), attention', units: 128, directions: 2, attention: 64 },
];

const variables = ({ units, directions, attention }) => {
  const next = normal(1);
  const matrix = (rows, columns) =>
    tf.variable(
      tf.tensor2d(
        new Float32Array(rows * columns).map(() => next() / Math.sqrt(rows)),
        [rows, columns],
      ),
    );
  const zeros = (size) => tf.variable(tf.zeros([size]));
  const width = directions * units;
  return {
    embedding: matrix(VOCABULARY, DIMENSION),
    recurrent: Array.from({ length: directions }, () => ({
      kernel: matrix(DIMENSION, 4 * units),
      recurrent: matrix(units, 4 * units),
      bias: zeros(4 * units),
    })),
    project: attention ? matrix(width, attention) : undefined,
    score: attention ? matrix(attention, 1) : undefined,
    classify: matrix(width, 1),
  };
};

const lastState = (states, units) => tf.reshape(tf.slice(states, [0, WORDS - 1, 0], [BATCH, 1, units]), [BATCH, units]);

const attend = (states, { project, score }) => {
  const width = states.shape[2];
  const scores = tf.matMul(tf.tanh(tf.matMul(tf.reshape(states, [BATCH * WORDS, width]), project)), score);
  const shares = tf.expandDims(tf.softmax(tf.reshape(scores, [BATCH, WORDS])), 1);
  return tf.reshape(tf.matMul(shares, states), [BATCH, width]);
};

const loss = (words, labels, weights, { units, attention }) => {
  const sides = weights.recurrent.map(({ kernel, recurrent, bias }, index) =>
    lstmStates(words, kernel, recurrent, bias, { reverse: index === 1 }),
  );
  const features = attention ? attend(tf.concat(sides, 2), weights) : lastState(sides[0], units);
  const logits = tf.reshape(tf.matMul(features, weights.classify), [BATCH]);
  // log(1 + e^x) − y·x, by what every backend has: the loss of a sigmoid unit.
  return tf.mean(tf.sub(tf.softplus(logits), tf.mul(logits, labels)));
};

const wordsOf = (ids, { embedding }) => tf.gather(embedding, ids);

const multiplications = ({ units, directions, attention }) =>
  BATCH * WORDS * directions * units * (4 * (DIMENSION + units) + attention);

const measure = (network, steps, now) => {
  const weights = variables(network);
  const all = Object.values(weights)
    .flat()
    .filter(Boolean)
    .flatMap((one) => (one instanceof tf.Variable ? [one] : Object.values(one)));
  const moments = all.map((one) => [tf.zeros(one.shape), tf.zeros(one.shape)]);
  const next = uniform(2);
  const times = { forward: [], toInputs: [], step: [] };
  for (let step = -2; step < steps; step++) {
    const ids = tf.tensor2d(
      Int32Array.from({ length: BATCH * WORDS }, () => next() * VOCABULARY),
      [BATCH, WORDS],
      'int32',
    );
    const labels = tf.tensor1d(Float32Array.from({ length: BATCH }, () => (next() < 0.5 ? 0 : 1)));
    let started = now();
    tf.tidy(() => loss(wordsOf(ids, weights), labels, weights, network).dataSync());
    if (step >= 0) times.forward.push(now() - started);
    started = now();
    tf.tidy(() => {
      const byWords = tf.valueAndGrad((words) => loss(words, labels, weights, network))(wordsOf(ids, weights));
      byWords.value.dataSync();
    });
    if (step >= 0) times.toInputs.push(now() - started);
    started = now();
    const { value, grads } = tf.variableGrads(() => loss(wordsOf(ids, weights), labels, weights, network), all);
    all.forEach((variable, index) => {
      const [m, v] = moments[index];
      const gradient = grads[variable.name];
      const how = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, step: step + 3 };
      adamStep({ variable, m, v, gradient }, how);
    });
    value.dataSync();
    if (step >= 0) times.step.push(now() - started);
    tf.dispose([value, grads, ids, labels]);
  }
  tf.dispose([all, moments]);
  return times;
};

/** Milliseconds a training step (forward, backward, Adam) in float32, on one core. */
export const measureTraining = ({ quick, log, now }) =>
  NETWORKS.map((network) => {
    log(`Training ${network.name} …`);
    const { forward, toInputs, step } = measure(network, quick ? 5 : 15, now);
    return {
      name: network.name,
      batch: `${BATCH} × ${WORDS}`,
      milliseconds: median(step),
      spread: spread(step),
      forward: median(forward),
      /** Forward and back to the words' vectors, without a gradient of a weight. */
      toInputs: median(toInputs) / median(forward),
      timesForward: median(step) / median(forward),
      // Backward does twice the products of forward: to the inputs, and to the weights.
      gflops: (6 * multiplications(network)) / median(step) / 1e6,
    };
  });
