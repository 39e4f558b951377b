import { matMul, memory, mul, reshape, scalar, sum, tensor2d, tensor3d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { float32Forward } from '../model/network/float32-forward';
import { asFloat32 } from '../model/network/float32-network';
import { loadWholeModel, networkOf } from '../model/network/load-whole-model';
import type { Model } from '../model/model';
import type { Network } from '../model/network/network';
import { startTestBackend } from '../model/testing/backend';
import { TINY_EN, TINY_EN_THREE, TINY_ZH, tinyModel, type TinyModel } from '../model/testing/tiny-models';
import { gradientTimesInput } from './methods/gradient-x-input';
import { attributionBy } from './methods/method';
import { runToEnd } from './chunked-work';
import { runForward, type Reader } from './forward-result';
import { targetOf } from './methods/target';
import * as float64 from './testing/float64';

beforeAll(startTestBackend);

async function loaded(tiny: TinyModel): Promise<Model> {
  const files = await tinyModel(tiny);
  return loadWholeModel(tiny.name, (file) => Promise.resolve(files.get(file)!));
}

/** The reference's view of a model and a text: weights in float64, word vectors, and the logits as a function of them. */
function reference(model: Model, ids: Int32Array, mask: Float32Array) {
  const values = new Map(
    [...networkOf(model).weights].map(([name, weight]) => [name, Float64Array.from(weight.dataSync())]),
  );
  const weights: float64.Weights = (name) => values.get(name)!;
  const x = float64.embed(ids, weights, networkOf(model).weights.get('embedding/embeddings')!.shape[1]!);
  const logits = (vectors: readonly float64.Row[]) =>
    model.architecture.attends
      ? float64.additiveAttention(vectors, weights).logits
      : float64.stateDistanceLogits(vectors, [...mask], weights);
  return { weights, x, logits };
}

const close = (found: ArrayLike<number>, expected: ArrayLike<number>, digits = 5) => {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(found[i]).toBeCloseTo(expected[i], digits);
};

/** Reads with the float32 network alone: it has no integer states to be rounded to. */
const float32 = (network: Network): Reader => ({
  architecture: { reads: network.reads, attends: false },
  forward: float32Forward(network),
  float32: asFloat32(network),
});

/** Gradient × input for one label. */
function gradients(network: Network, ids: Int32Array, mask: Float32Array, label: number): Float64Array {
  const reader = float32(network);
  const reading = runForward(reader, ids, mask);
  const target = targetOf(reading.logits.length, label);
  return runToEnd(attributionBy(gradientTimesInput, { reader, ids, mask, reading, target })).scores;
}

/** Some words of the vocabulary, none twice in a row. */
const ids = (length: number, first: number, size: number) =>
  Int32Array.from({ length }, (_, i) => first + ((i * 7 + length) % (size - first)));
const LENGTHS = [1, 2, 11];

describe.each([
  ['one logit', TINY_EN],
  ['three logits', TINY_EN_THREE],
])('additive-attention-bilstm with %s, against float64', (_, tiny) => {
  test.each(LENGTHS)('%d words: logits, attention, gradient × input of every label', async (length) => {
    const model = await loaded(tiny);
    const text = ids(length, 1, model.vocabulary.size);
    const mask = new Float32Array(length).fill(1);
    const { weights, x, logits } = reference(model, text, mask);
    const plain = runForward(float32(networkOf(model)), text, mask);
    close(plain.logits, logits(x));
    close(plain.attention!, float64.additiveAttention(x, weights).attention);
    for (const target of model.labels.keys()) {
      const found = gradients(networkOf(model), text, mask, target);
      const output = (vectors: readonly float64.Row[]) => {
        const all = logits(vectors);
        return all.length === 1 ? (target === 1 ? all[0] : -all[0]) : all[target];
      };
      close(found, float64.gradientTimesInput(x, output));
    }
    model.dispose();
  });
});

describe('state-distance-lstm, against float64', () => {
  test.each(LENGTHS)('%d words, some of them skipped: logit, states, gradient × input', async (length) => {
    const model = await loaded(TINY_ZH);
    const text = ids(length, 1, model.vocabulary.size).map((id, i) => (i % 3 === 1 ? 0 : id));
    const mask = Float32Array.from(text, (id) => (id === 0 ? 0 : 1));
    const { weights, x, logits } = reference(model, text, mask);
    const found = runForward(float32(networkOf(model)), text, mask);
    const scores = gradients(networkOf(model), text, mask, 1);
    close(found.logits, logits(x));
    close(found.recurrent[0].states, float64.lstm(x, weights, 'lstm', false, [...mask]).flat());
    const expected = float64.gradientTimesInput(x, (vectors) => logits(vectors)[0]);
    close(scores, expected);
    scores.forEach((score, i) => mask[i] === 0 && expect(score).toBe(0));
    model.dispose();
  });

  test('a text of which no word is known has the logit of the empty state and scores of 0', async () => {
    const model = await loaded(TINY_ZH);
    const bias = networkOf(model).weights.get('dense/bias')!.dataSync();
    const found = runForward(float32(networkOf(model)), new Int32Array(3), new Float32Array(3));
    close(found.logits, bias);
    expect([...gradients(networkOf(model), new Int32Array(3), new Float32Array(3), 1)]).toEqual([0, 0, 0]);
    model.dispose();
  });
});

test('of a network that is linear in its words, gradient × input is weight × word, and 0 for a word it ignores', () => {
  const table = [
    [0, 0],
    [0.5, -2],
    [3, 1],
  ];
  const weight = tensor2d([2, -1], [2, 1]);
  const linear: Network = {
    weights: new Map(),
    reads: 'sequence',
    embed: (ids) => tensor3d([Array.from(ids.dataSync(), (id) => table[id])]),
    forward: (embedded, mask) => {
      const read = mul(embedded, reshape(mask, [1, mask.shape[1], 1]));
      return { logits: matMul(reshape(sum(read, 1), [1, 2]), weight), recurrent: [] };
    },
    loss: () => scalar(0),
    dispose: () => undefined,
  };
  const [text, mask] = [Int32Array.of(1, 2, 2), Float32Array.of(1, 1, 0)];
  expect([...runForward(float32(linear), text, mask).logits]).toEqual([8]);
  expect([...gradients(linear, text, mask, 1)]).toEqual([3, 5, 0]);
  expect([...gradients(linear, text, mask, 0)]).toEqual([-3, -5, 0]);
  weight.dispose();
});

test('readings leave no tensors behind', async () => {
  const model = await loaded(TINY_EN);
  const once = () => {
    runForward(float32(networkOf(model)), Int32Array.of(1, 2, 3), Float32Array.of(1, 1, 1));
    gradients(networkOf(model), Int32Array.of(1, 2, 3), Float32Array.of(1, 1, 1), 0);
  };
  once();
  const before = memory().numTensors;
  for (let i = 0; i < 20; i++) once();
  expect(memory().numTensors).toBe(before);
  model.dispose();
});
