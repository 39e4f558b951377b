import * as tf from '@tensorflow/tfjs-core';
import { lstm } from '../../../src/kernels/tensors/lstm';

const tensorsOf = ({ kernel, recurrent, bias }, { inputs, units }) => ({
  kernel: tf.tensor2d(kernel, [inputs, 4 * units]),
  recurrent: tf.tensor2d(recurrent, [units, 4 * units]),
  bias: tf.tensor1d(bias),
});

/** Both directions over `x` `[1, T, inputs]` → `[1, T, 2 · units]`. */
const bidirectional = (x, directions) =>
  tf.concat(
    directions.map(
      ({ kernel, recurrent, bias }, index) => lstm(x, kernel, recurrent, bias, { reverse: index === 1 }).states,
    ),
    2,
  );

/**
 * Our float32 path: our LSTM kernel among tfjs operations, as the models are built that are trained and explained.
 * @param {import('../weights.mjs').Weights} weights
 * @returns {import('../measure.mjs').Engine}
 */
export const oursFloat32 = ({ vocabulary, dimension, embedding, layers, attention, output }) => {
  const { width, hidden } = attention;
  const table = tf.tensor2d(embedding, [vocabulary, dimension]);
  const recurrent = layers.map((layer) => layer.directions.map((one) => tensorsOf(one, layer)));
  const project = tf.tensor2d(attention.kernel, [width, hidden]), shift = tf.tensor1d(attention.bias); // prettier-ignore
  const query = tf.tensor2d(attention.query, [hidden, 1]);
  const classify = tf.tensor2d(output.kernel, [width, output.count]), bias = tf.tensor1d(output.bias); // prettier-ignore
  const forward = (ids) => {
    const words = tf.expandDims(tf.gather(table, tf.tensor1d(ids, 'int32')), 0);
    const states = tf.reshape(recurrent.reduce(bidirectional, words), [ids.length, width]);
    const scores = tf.matMul(tf.tanh(tf.add(tf.matMul(states, project), shift)), query);
    const context = tf.matMul(tf.softmax(tf.reshape(scores, [1, ids.length])), states);
    return tf.add(tf.matMul(context, classify), bias).dataSync();
  };
  return { name: 'Saliency float32', peak: 'float32', run: (ids) => tf.tidy(() => forward(ids)) };
};
