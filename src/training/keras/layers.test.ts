import { beforeAll, describe, expect, test } from 'vitest';
import { full } from '../../model/architectures/testing';
import { startTestBackend } from '../../model/testing/backend';
import type { ImportAnswers } from './answers';
import { embedding, functional, layers, sequential, type Oracle, type Padding } from './testing/oracle';
import { imported, probabilities } from './testing/imported';
import { causalOracle, separableOracle } from './testing/other-layers';
import { keras2, keras3, tfjs, type GivenModel, type WrittenModel } from './testing/write-models';

// Every layer that is read, in every mode: built by tf.layers, written as Keras 2, Keras 3 and TensorFlow.js write it,
// imported, and asked for the probabilities of the same texts.

beforeAll(startTestBackend);

const LENGTH = 9;
const TEXTS = [[3, 1, 4, 1, 5, 9, 2, 6, 5], [7], [2, 8, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3]];
const dense = (units = 1) => layers.dense({ units, activation: units === 1 ? 'sigmoid' : 'softmax' });
const fixed = { inputLength: LENGTH };
const cells = { units: 6, recurrentActivation: 'sigmoid' } as const;

interface Case {
  readonly oracle: () => Oracle;
  readonly how?: Padding;
  readonly said?: Partial<ImportAnswers>;
  readonly formats?: Record<string, (given: GivenModel) => Promise<WrittenModel> | WrittenModel>;
}
const recurrent = {
  lstm: (more: object) => layers.lstm({ ...cells, ...more }),
  gru: (more: object) => layers.gru({ ...cells, ...more }),
  simpleRNN: (more: object) => layers.simpleRNN({ units: 6, ...more }),
};

const CASES: Record<string, Case> = {};
for (const [name, cell] of Object.entries(recurrent)) {
  for (const maskZero of [true, false]) {
    const masked = maskZero ? 'masked' : 'not masked';
    CASES[`${name}, ${masked}`] = { oracle: () => sequential(embedding({ ...fixed, maskZero }), cell({}), dense()) };
    for (const mergeMode of ['concat', 'sum', 'mul', 'ave'] as const)
      CASES[`bidirectional ${name}, ${mergeMode}, ${masked}`] = {
        oracle: () =>
          sequential(embedding({ ...fixed, maskZero }), layers.bidirectional({ layer: cell({}), mergeMode }), dense(3)),
      };
    CASES[`${name} over ${name}, ${masked}, behind`] = {
      oracle: () => sequential(embedding({ ...fixed, maskZero }), cell({ returnSequences: true }), cell({}), dense()),
      how: { length: LENGTH, padding: 'post', cut: 'first' },
      said: { padding: 'post', cut: 'first' },
    };
  }
  CASES[`bidirectional ${name}, sequences, then the largest`] = {
    oracle: () =>
      sequential(
        embedding(fixed),
        layers.bidirectional({ layer: cell({ returnSequences: true }), mergeMode: 'concat' }),
        layers.globalMaxPooling1d(),
        dense(),
      ),
  };
  CASES[`${name}, without a bias, from the right, texts of any length`] = {
    oracle: () => sequential(embedding(), cell({ useBias: false, goBackwards: true }), dense()),
    how: { length: 0 },
    said: { length: 0 },
  };
  CASES[`${name} with other activations`] = {
    oracle: () =>
      sequential(
        embedding({ ...fixed, maskZero: true }),
        cell({ activation: 'relu', ...(name === 'simpleRNN' ? {} : { recurrentActivation: 'hardSigmoid' }) }),
        dense(),
      ),
    // Keras 3 means another function by that name.
    formats: { keras2, tfjs },
  };
}
for (const padding of ['valid', 'same'] as const)
  for (const [strides, dilationRate] of [
    [1, 1],
    [2, 1],
    [1, 2],
  ])
    CASES[`conv1d, ${padding}, stride ${strides}, dilation ${dilationRate}`] = {
      oracle: () =>
        sequential(
          embedding(fixed),
          layers.conv1d({ filters: 4, kernelSize: 4, padding, strides, dilationRate, activation: 'relu' }),
          layers.globalAveragePooling1d({}),
          dense(),
        ),
    };
for (const [stride, dilation] of [
  [1, 1],
  [2, 1],
  [1, 2],
])
  CASES[`conv1d, causal, stride ${stride}, dilation ${dilation}`] = {
    oracle: () => causalOracle(LENGTH, dense(), { stride, dilation }),
  };
for (const padding of ['valid', 'same'] as const) {
  CASES[`separableConv1d, ${padding}`] = { oracle: () => separableOracle(LENGTH, padding, dense()) };
  for (const [poolSize, strides] of [
    [2, 2],
    [3, 2],
    [2, 3],
  ])
    for (const pool of ['maxPooling1d', 'averagePooling1d'] as const)
      CASES[`${pool} ${poolSize} by ${strides}, ${padding}`] = {
        oracle: () =>
          sequential(embedding(fixed), layers[pool]({ poolSize, strides, padding }), layers.flatten(), dense(4)),
        said: { labels: ['a', 'b', 'c', 'd'] },
      };
}
CASES['flatten and dense, dropout in between'] = {
  oracle: () =>
    sequential(
      embedding(fixed),
      layers.spatialDropout1d({ rate: 0.3 }),
      layers.flatten(),
      layers.dense({ units: 7, activation: 'relu' }),
      layers.dropout({ rate: 0.5 }),
      layers.gaussianNoise({ stddev: 0.1 }),
      layers.gaussianDropout({ rate: 0.2 }),
      layers.alphaDropout({ rate: 0.2 }),
      dense(),
    ),
};
CASES['dense over words, without a bias; the mean of the words, masked'] = {
  oracle: () =>
    sequential(
      embedding({ maskZero: true }),
      layers.dense({ units: 7, activation: 'tanh', useBias: false }),
      layers.globalAveragePooling1d({}),
      dense(),
    ),
  // tf.layers takes padding into the mean, Keras does not: the oracle reads texts without any.
  how: { length: 0 },
  said: { length: 12 },
};
CASES['layerNormalization and batchNormalization'] = {
  oracle: () =>
    sequential(
      embedding(fixed),
      layers.layerNormalization({}),
      layers.globalMaxPooling1d(),
      layers.batchNormalization({}),
      dense(),
    ),
};
CASES['batchNormalization without scale, layerNormalization without centre'] = {
  oracle: () =>
    sequential(
      embedding(fixed),
      layers.batchNormalization({ scale: false, epsilon: 0.01 }),
      layers.layerNormalization({ center: false }),
      layers.flatten(),
      dense(),
    ),
};
for (const activation of [
  'relu',
  'elu',
  'selu',
  'softplus',
  'softsign',
  'swish',
  'relu6',
  'softmax',
  'sigmoid',
  'tanh',
  'gelu',
  'mish',
] as const)
  CASES[`activation ${activation} alone and of a dense layer, and softmax as a layer`] = {
    oracle: () =>
      sequential(
        embedding(fixed),
        layers.globalMaxPooling1d(),
        layers.activation({ activation }),
        layers.dense({ units: 5, activation }),
        layers.dense({ units: 3 }),
        layers.activation({ activation: 'softmax' }),
      ),
  };
CASES['leakyReLU, elu, reLU and softmax as layers'] = {
  oracle: () =>
    sequential(
      embedding(fixed),
      layers.leakyReLU({ alpha: 0.1 }),
      layers.elu({}),
      layers.softmax({ axis: -1 }),
      layers.flatten(),
      layers.dense({ units: 4 }),
      layers.reLU({ maxValue: 6 }),
      dense(),
    ),
};
CASES['reshape, permute and repeatVector'] = {
  oracle: () =>
    sequential(
      embedding(fixed),
      layers.permute({ dims: [2, 1] }),
      layers.reshape({ targetShape: [15, 3] }),
      layers.globalMaxPooling1d(),
      layers.repeatVector({ n: 4 }),
      layers.lstm({ ...cells }),
      dense(),
    ),
};
CASES['timeDistributed dense'] = {
  oracle: () =>
    sequential(
      embedding(fixed),
      layers.timeDistributed({ layer: layers.dense({ units: 3, activation: 'relu' }) }),
      layers.flatten(),
      dense(),
    ),
};
CASES['hard sigmoid of Keras 2'] = {
  oracle: () =>
    sequential(embedding(fixed), layers.flatten(), layers.dense({ units: 9, activation: 'hardSigmoid' }), dense()),
  formats: { keras2, tfjs },
};
for (const merge of ['add', 'multiply', 'average', 'maximum', 'minimum', 'concatenate'] as const)
  CASES[`${merge} of two branches`] = {
    oracle: () =>
      functional(LENGTH, (ids) => {
        const words = embedding().apply(ids) as never;
        const branches = [2, 3].map((kernelSize) =>
          layers.globalMaxPooling1d().apply(layers.conv1d({ filters: 4, kernelSize, activation: 'relu' }).apply(words)),
        );
        return dense().apply(layers[merge]({}).apply(branches as never)) as never;
      }),
  };
CASES['one layer used twice, and dot'] = {
  oracle: () =>
    functional(LENGTH, (ids) => {
      const words = embedding().apply(ids) as never;
      const shared = layers.dense({ units: 4, activation: 'tanh' });
      const [a, b] = [layers.globalMaxPooling1d(), layers.globalAveragePooling1d({})].map((pool) =>
        shared.apply(pool.apply(words)),
      );
      const product = layers.dot({ axes: 1 }).apply([a, b] as never);
      return dense().apply(layers.concatenate().apply([a, b, product] as never)) as never;
    }),
};
CASES['two embeddings of the same words'] = {
  oracle: () =>
    functional(LENGTH, (ids) => {
      const [a, b] = [embedding(), embedding({ outputDim: 3 })].map((layer) => layer.apply(ids));
      return dense().apply(layers.flatten().apply(layers.concatenate().apply([a, b] as never))) as never;
    }),
};
CASES["a model of TensorFlow.js's own"] = {
  oracle: () =>
    sequential(
      embedding({ ...fixed, maskZero: true }),
      layers.bidirectional({ layer: layers.lstm({ ...cells, returnSequences: true }), mergeMode: 'concat' }),
      layers.gru({ ...cells }),
      layers.batchNormalization({}),
      dense(),
    ),
  formats: { tfjs },
};
CASES['the states of an LSTM as outputs'] = {
  oracle: () =>
    functional(LENGTH, (ids) => {
      const words = embedding().apply(ids);
      const lstm = layers.lstm({ ...cells, returnSequences: true, returnState: true });
      const [states, hidden, cell] = lstm.apply(words) as never[];
      const pooled = layers.globalMaxPooling1d().apply(states);
      return dense().apply(layers.concatenate().apply([pooled, hidden, cell] as never)) as never;
    }),
};

const FORMATS: Record<string, (given: GivenModel) => Promise<WrittenModel> | WrittenModel> = { keras2, keras3 };

describe.each(Object.entries(CASES))('%s', (_, { oracle, how = { length: LENGTH }, said = {}, formats = FORMATS }) => {
  test.each(Object.keys(formats))('%s', async (format) => {
    await full.setBackend('cpu');
    const model = oracle();
    const expected = model.predict(TEXTS, how);
    await full.setBackend('wasm');
    const read = await imported(await formats[format](model.given), said);
    TEXTS.forEach((text, at) =>
      probabilities(read, text).forEach((value, label) => expect(value).toBeCloseTo(expected[at][label], 5)),
    );
  });
});
