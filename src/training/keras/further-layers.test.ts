import { beforeAll, describe, expect, test } from 'vitest';
import { full } from '../../model/architectures/testing';
import { startTestBackend } from '../../model/testing/backend';
import type { ImportAnswers } from './answers';
import { imported, probabilities } from './testing/imported';
import { activityRegularization, additiveAttention, attention, gruResetAfter, subtract } from './testing/keras-layers';
import { embedding, functional, layers, sequential, type Oracle, type Padding } from './testing/oracle';
import { bidirectionalGruOracle, separableOracle } from './testing/other-layers';
import { keras2, keras3, tfjs } from './testing/write-models';

// What layers.test.ts has no room for: layers that tf.layers lacks, all merge modes over sequences, and how texts are padded.

beforeAll(startTestBackend);

const LENGTH = 9;
const TEXTS = [[3, 1, 4, 1, 5, 9, 2, 6, 5], [7], [2, 8, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3]];
const dense = () => layers.dense({ units: 3, activation: 'softmax' });
const fixed = { inputLength: LENGTH };
const cells = {
  lstm: (more: object) => layers.lstm({ units: 6, recurrentActivation: 'sigmoid', ...more }),
  gru: (more: object) => layers.gru({ units: 6, recurrentActivation: 'sigmoid', ...more }),
  simpleRNN: (more: object) => layers.simpleRNN({ units: 6, ...more }),
};

interface Case {
  readonly oracle: () => Oracle;
  readonly how?: Padding;
  readonly said?: Partial<ImportAnswers>;
}
const CASES: Record<string, Case> = {};

for (const maskZero of [true, false]) {
  const masked = maskZero ? 'masked' : 'not masked';
  const attentions = {
    Attention: () => attention(),
    'Attention with a scale': () => attention({ useScale: true }),
    'Attention of sums': () => attention({ scoreMode: 'concat' }),
    'Attention of sums with a scale': () => attention({ scoreMode: 'concat', useScale: true }),
    AdditiveAttention: () => additiveAttention(),
    'AdditiveAttention without a scale': () => additiveAttention({ useScale: false }),
  };
  for (const [name, made] of Object.entries(attentions))
    CASES[`${name}, ${masked}`] = {
      oracle: () =>
        functional(LENGTH, (ids) => {
          const words = embedding({ maskZero }).apply(ids);
          const states = cells.lstm({ returnSequences: true }).apply(words);
          const weighed = made().apply([states, states] as never);
          return dense().apply(layers.globalMaxPooling1d().apply(weighed)) as never;
        }),
    };
  for (const useBias of [true, false])
    CASES[`GRU with the reset gate after the product, ${useBias ? 'two biases' : 'no bias'}, ${masked}`] = {
      oracle: () => sequential(embedding({ ...fixed, maskZero }), gruResetAfter({ units: 6, useBias }), dense()),
    };
  const after = (more: object) => gruResetAfter({ units: 6, ...more });
  for (const [name, cell] of Object.entries({ ...cells, 'GRU with the reset gate after the product': after }))
    CASES[`${name} from the right, its sequence read again, ${masked}`] = {
      oracle: () =>
        sequential(
          embedding({ ...fixed, maskZero }),
          cell({ goBackwards: true, returnSequences: true }),
          ...(maskZero ? [cell({})] : [layers.flatten()]),
          dense(),
        ),
    };
  for (const sequences of [true, false])
    CASES[
      `bidirectional GRU with the reset gate after the product, ${sequences ? 'sequences' : 'last states'}, ${masked}`
    ] = {
      oracle: () => bidirectionalGruOracle(LENGTH, dense(), { maskZero, sequences }),
    };
}
CASES['Attention of one sequence over another, with keys of its own'] = {
  oracle: () =>
    functional(LENGTH, (ids) => {
      const words = embedding().apply(ids);
      const [query, value, key] = [1, 2, 3].map(() => cells.gru({ returnSequences: true }).apply(words));
      const weighed = attention().apply([query, value, key] as never);
      return dense().apply(layers.globalAveragePooling1d({}).apply(weighed)) as never;
    }),
};
for (const [name, cell] of Object.entries(cells)) {
  for (const mergeMode of ['sum', 'mul', 'ave'] as const)
    CASES[`bidirectional ${name}, sequences, ${mergeMode}`] = {
      oracle: () =>
        sequential(
          embedding(fixed),
          layers.bidirectional({ layer: cell({ returnSequences: true }), mergeMode }),
          layers.globalMaxPooling1d(),
          dense(),
        ),
    };
  for (const returnSequences of [true, false])
    CASES[`bidirectional ${name}, not merged, ${returnSequences ? 'sequences' : 'last states'}`] = {
      oracle: () =>
        functional(LENGTH, (ids) => {
          const words = embedding().apply(ids);
          // Keras's None, which the types of tf.layers lack.
          const both = layers.bidirectional({ layer: cell({ returnSequences }), mergeMode: null as never });
          const [forward, backward] = both.apply(words) as never[];
          const [one, other] = returnSequences
            ? [layers.globalMaxPooling1d().apply(forward), layers.globalAveragePooling1d({}).apply(backward)]
            : [forward, backward];
          return dense().apply(layers.concatenate().apply([one, other] as never)) as never;
        }),
    };
  for (const padding of ['pre', 'post'] as const)
    for (const cut of ['first', 'last'] as const)
      CASES[`${name}, padded ${padding}, the ${cut} words`] = {
        oracle: () => sequential(embedding(fixed), cell({}), dense()),
        how: { length: LENGTH, padding, cut },
        said: { padding, cut },
      };
}
for (const padding of ['valid', 'same'] as const)
  for (const [stride, dilation] of [
    [2, 1],
    [1, 2],
  ])
    CASES[`separableConv1d, ${padding}, stride ${stride}, dilation ${dilation}`] = {
      oracle: () => separableOracle(LENGTH, padding, dense(), { stride, dilation }),
    };
CASES['subtract of two branches'] = {
  oracle: () =>
    functional(LENGTH, (ids) => {
      const words = embedding().apply(ids);
      const branches = [layers.globalMaxPooling1d(), layers.globalAveragePooling1d({})].map((pool) => pool.apply(words as never)); // prettier-ignore
      return dense().apply(subtract().apply(branches as never)) as never;
    }),
};
for (const axes of [1, 2, [1, 1] as [number, number], -1])
  CASES[`dot of two sequences along ${String(axes)}`] = {
    oracle: () =>
      functional(LENGTH, (ids) => {
        const words = embedding().apply(ids);
        const other = cells.gru({ units: 5, returnSequences: true }).apply(words);
        const product = layers.dot({ axes }).apply([words, other] as never);
        return dense().apply(layers.flatten().apply(product)) as never;
      }),
  };
CASES['concatenate along the words'] = {
  oracle: () =>
    functional(LENGTH, (ids) => {
      const words = embedding().apply(ids);
      const states = cells.lstm({ units: 5, returnSequences: true }).apply(words);
      return dense().apply(layers.globalMaxPooling1d().apply(layers.concatenate({ axis: 1 }).apply([words, states] as never))) as never; // prettier-ignore
    }),
};
CASES['activityRegularization'] = {
  oracle: () => sequential(embedding(fixed), activityRegularization(), layers.flatten(), dense()),
};

describe.each(Object.entries(CASES))('%s', (_, { oracle, how = { length: LENGTH }, said = {} }) => {
  test.each(Object.entries({ keras2, keras3, tfjs }))('%s', async (_, write) => {
    await full.setBackend('cpu');
    const model = oracle();
    const expected = model.predict(TEXTS, how);
    await full.setBackend('wasm');
    const read = await imported(await write(model.given), said);
    TEXTS.forEach((text, at) =>
      probabilities(read, text).forEach((value, label) => expect(value).toBeCloseTo(expected[at][label], 5)),
    );
  });
});
