import { beforeAll, describe, expect, test } from 'vitest';
import { full } from '../../model/architectures/testing';
import { startTestBackend } from '../../model/testing/backend';
import { bahdanauAttention, contextAttention, textAttention } from './testing/attention-layers';
import { imported, inspected, probabilities } from './testing/imported';
import { embedding, functional, layers, sequential, type Oracle } from './testing/oracle';
import { keras2, keras3 } from './testing/write-models';

// The networks of the articles, small, as their authors build them in Keras: written, imported, and equal to the oracle.

beforeAll(startTestBackend);

const LENGTH = 10;
const TEXTS = [
  [3, 1, 4, 1, 5, 9, 2, 6, 5, 11],
  [7, 2],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3],
];
const words = (more: object = {}) => embedding({ inputLength: LENGTH, outputDim: 6, ...more });
const cell = { units: 6, recurrentActivation: 'sigmoid' } as const;
const lstm = (more: object = {}) => layers.lstm({ ...cell, ...more });
const both = (more: object = {}) => layers.bidirectional({ layer: lstm(more), mergeMode: 'concat' });
const sigmoid = () => layers.dense({ units: 1, activation: 'sigmoid' });
const softmax = (units: number) => layers.dense({ units, activation: 'softmax' });
const relu = (units: number) => layers.dense({ units, activation: 'relu' });

const ARTICLES: Record<string, () => Oracle> = {
  'state distance: LSTM on masked words': () =>
    sequential(words({ maskZero: true }), lstm(), layers.dropout({ rate: 0.5 }), sigmoid()),
  'additive attention over two BiLSTMs, queried by the last states': () =>
    functional(LENGTH, (ids) => {
      const lower = both({ returnSequences: true, dropout: 0.3 }).apply(embedding({ outputDim: 6 }).apply(ids));
      const upper = both({ returnSequences: true, returnState: true }).apply(lower);
      const [states, forward, , backward] = upper as never[];
      const query = layers.concatenate().apply([forward, backward]);
      const [context] = bahdanauAttention().apply([states, query] as never) as never[];
      return sigmoid().apply(layers.dropout({ rate: 0.5 }).apply(relu(4).apply(context))) as never;
    }),
  'TextAttBiRNN: feed-forward attention with a bias for each place': () =>
    functional(LENGTH, (ids) => {
      const states = both({ returnSequences: true }).apply(embedding({ outputDim: 6 }).apply(ids));
      return softmax(3).apply(textAttention().apply(states)) as never;
    }),
  'attention with context': () =>
    functional(LENGTH, (ids) => {
      const states = both({ returnSequences: true }).apply(embedding({ outputDim: 6 }).apply(ids));
      return softmax(3).apply(contextAttention().apply(states)) as never;
    }),
  'TextCNN: three widths and the largest of each filter': () =>
    functional(LENGTH, (ids) => {
      const vectors = embedding({ outputDim: 6 }).apply(ids);
      const parts = [3, 4, 5].map((kernelSize) =>
        layers.globalMaxPooling1d().apply(layers.conv1d({ filters: 4, kernelSize, activation: 'relu' }).apply(vectors)),
      );
      return softmax(3).apply(layers.concatenate().apply(parts as never)) as never;
    }),
  'two LSTMs with dropout': () =>
    sequential(words(), lstm({ returnSequences: true }), layers.dropout({ rate: 0.5 }), lstm(), softmax(2)),
  'BiLSTM and two wide dense layers': () =>
    sequential(
      words(),
      layers.spatialDropout1d({ rate: 0.3 }),
      both({ dropout: 0.3, recurrentDropout: 0.3 }),
      relu(12),
      layers.dropout({ rate: 0.8 }),
      relu(12),
      layers.dropout({ rate: 0.8 }),
      softmax(2),
    ),
  'simple RNN on masked words': () => sequential(words({ maskZero: true }), layers.simpleRNN({ units: 6 }), sigmoid()),
  'BiLSTM below an LSTM': () =>
    sequential(
      words({ maskZero: true }),
      both({ returnSequences: true }),
      lstm(),
      layers.dropout({ rate: 0.3 }),
      sigmoid(),
    ),
};

const LABELS: Readonly<Record<number, readonly string[]>> = {
  2: ['negative', 'positive'],
  3: ['negative', 'neutral', 'positive'],
};

describe.each(Object.entries(ARTICLES))('%s', (_, article) => {
  test.each(Object.entries({ keras2, keras3 }))('%s', async (_, write) => {
    await full.setBackend('cpu');
    const oracle = article();
    const expected = oracle.predict(TEXTS, { length: LENGTH });
    await full.setBackend('wasm');
    const model = await imported(await write(oracle.given));
    expect(model.labels).toEqual(LABELS[expected[0].length]);
    TEXTS.forEach((text, at) =>
      probabilities(model, text).forEach((value, label) => expect(value).toBeCloseTo(expected[at][label], 5)),
    );
  });
});

test('attention of one’s own class is explained by its shares of the words, and what was assumed is said', async () => {
  await full.setBackend('cpu');
  const [additive, feedForward] = [
    'additive attention over two BiLSTMs, queried by the last states',
    'TextAttBiRNN: feed-forward attention with a bias for each place',
  ].map((name) => ARTICLES[name]());
  await full.setBackend('wasm');
  for (const { given } of [additive, feedForward]) {
    const written = await keras2(given);
    expect((await inspected(written)).graph.notes.join()).toMatch(
      /“attention” .* is read as (additive|feed-forward) attention/,
    );
    const model = await imported(written);
    expect(model.architecture.attends).toBe(true);
    const [ids, mask] = [Int32Array.of(3, 0, 5, 2), Float32Array.of(1, 0, 1, 1)];
    const { attention } = model.forward(ids, mask);
    expect(attention).toHaveLength(4);
    expect(attention![1]).toBe(0);
    // Padding before the words has its share as well: Keras masks nothing here.
    expect(attention!.reduce((sum, share) => sum + share, 0)).toBeLessThan(1);
  }
});
