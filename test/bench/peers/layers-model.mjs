import * as tf from '@tensorflow/tfjs';
import { input, layers as make, model as makeModel } from '@tensorflow/tfjs';

/** The weights of an LSTM layer's directions as Keras orders them: kernel, recurrent kernel, bias, each direction. */
const recurrentTensors = ({ inputs, units, directions }) =>
  directions.flatMap(({ kernel, recurrent, bias }) => [
    tf.tensor2d(kernel, [inputs, 4 * units]),
    tf.tensor2d(recurrent, [units, 4 * units]),
    tf.tensor1d(bias),
  ]);

/**
 * The network as a user of TensorFlow.js builds it.
 * @param {import('../weights.mjs').Weights} weights
 */
export const layersModel = ({ vocabulary, dimension, embedding, layers, attention, output }) => {
  const { width, hidden, kernel, bias, query } = attention;
  const embed = make.embedding({ inputDim: vocabulary, outputDim: dimension });
  const recurrent = layers.map(({ units }) =>
    make.bidirectional({
      layer: make.lstm({ units, returnSequences: true, recurrentActivation: 'sigmoid', recurrentInitializer: 'zeros' }),
      mergeMode: 'concat',
    }),
  );
  const project = make.dense({ units: hidden, activation: 'tanh' });
  const score = make.dense({ units: 1, useBias: false });
  const classify = make.dense({ units: output.count });

  const ids = input({ shape: [null], dtype: 'int32' });
  const states = recurrent.reduce((x, layer) => layer.apply(x), embed.apply(ids));
  const scores = make.permute({ dims: [2, 1] }).apply(score.apply(project.apply(states)));
  const shares = make.softmax({ axis: 2 }).apply(scores);
  const context = make.flatten().apply(make.dot({ axes: [1, 2] }).apply([states, shares]));
  const model = makeModel({ inputs: ids, outputs: classify.apply(context) });

  tf.tidy(() => {
    embed.setWeights([tf.tensor2d(embedding, [vocabulary, dimension])]);
    recurrent.forEach((layer, index) => layer.setWeights(recurrentTensors(layers[index])));
    project.setWeights([tf.tensor2d(kernel, [width, hidden]), tf.tensor1d(bias)]);
    score.setWeights([tf.tensor2d(query, [hidden, 1])]);
    classify.setWeights([tf.tensor2d(output.kernel, [width, output.count]), tf.tensor1d(output.bias)]);
  });
  return model;
};
