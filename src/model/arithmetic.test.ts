import { grad, mul, sum, tensor2d, tidy, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { loadChineseSegmenter } from '../text/zh/segmenter';
import { segmentSpaced } from '../text/spaced';
import { jiebaTable } from '../text/testing';
import { ARCHITECTURES, architectureNamed } from './architectures/registry';
import { float32Forward } from './network/float32-forward';
import type { ForwardPass } from './inference/forward';
import { int16Forward } from './inference/int16-forward';
import { loadWholeModel, networkOf } from './network/load-whole-model';
import type { EncodedWords, Model } from './model';
import type { Architecture } from './architectures/architecture';
import { buildNetwork } from './network/build-network';
import { startTestBackend } from './testing/backend';
import { TINY_CONFIGURATIONS } from './testing/tiny-configurations';
import { forwardOf } from './inference/text-reader';
import { weightReaderOf } from './testing/weight-reader';
import { wordGradients } from './inference/word-gradients';

// The one test of "which arithmetic where" (docs/performance.md): what the quick forward pass says of a shipped model
// and what its float32 network says, which gradients are taken of, must not be told apart by a reader of figures.

const MODELS = fileURLToPath(new URL('../../models/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
const shipped = readdirSync(MODELS).filter((name) => existsSync(`${MODELS}${name}/model.json`));

/** Of a probability, of a word's share of attention, of a state. */
const PROBABILITY = 2e-3;
const SHARE = 1e-3;
/** A unit that is about to switch may differ more than the others: the largest difference, and the mean square's root. */
const STATE = 0.1;
const STATES = 2e-3;

beforeAll(startTestBackend);

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
};

const meanApart = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0) / a.length);

const shares = ({ logits }: ForwardPass): number[] => {
  const powers = (logits.length === 1 ? [0, logits[0]] : [...logits]).map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};

const expectNear = (quick: ForwardPass, exact: ForwardPass, read = true): void => {
  expect(farthest(shares(quick), shares(exact))).toBeLessThan(PROBABILITY);
  expect(quick.attention !== undefined).toBe(exact.attention !== undefined);
  // Where no word is read, the network spreads its attention over words that are not there.
  if (exact.attention && read) expect(farthest(quick.attention!, exact.attention)).toBeLessThan(SHARE);
  expect(quick.recurrent).toEqual(exact.recurrent);
  for (const { layer, direction } of exact.recurrent) {
    const states = [quick.states(layer, direction), exact.states(layer, direction)] as const;
    expect(farthest(...states)).toBeLessThan(STATE);
    expect(meanApart(...states)).toBeLessThan(STATES);
  }
};

/** Our samples, each whole and line by line. */
async function* samples(model: Model): AsyncGenerator<EncodedWords> {
  const segment = model.card.language === 'en' ? segmentSpaced : loadChineseSegmenter(await jiebaTable());
  for (const file of readdirSync(SAMPLES)) {
    const whole = await readFile(`${SAMPLES}${file}`, 'utf8');
    for (const text of [whole, ...whole.split('\n')]) {
      const encoded = model.encode(segment(text));
      if (encoded.ids.length > 0) yield encoded;
    }
  }
}

/** Made-up texts of frequent and of rare words: the vocabulary lists the frequent ones first. */
function* madeUp({ vocabulary: { size } }: Model): Generator<Pick<EncodedWords, 'ids' | 'mask'>> {
  let state = 7;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (const [length, count] of [
    [1, 10],
    [5, 10],
    [20, 15],
    [100, 8],
    [400, 2],
    [2000, 1],
  ])
    for (let i = 0; i < count; i++) {
      const ids = Int32Array.from({ length }, () => 1 + Math.floor(next() ** (1 + (i % 3)) * (size - 1)));
      yield { ids, mask: new Float32Array(length).fill(1) };
    }
}

test.each(shipped)('%s: int16 is next to float32 on short and long texts', async (name) => {
  const model = await loadWholeModel(name, (file) => readFile(`${MODELS}${name}/${file}`));
  const float32 = float32Forward(networkOf(model));
  const compare = ({ ids, mask }: Pick<EncodedWords, 'ids' | 'mask'>) =>
    expectNear(model.forward(ids, mask), float32(ids, mask));
  for await (const text of samples(model)) compare(text);
  for (const text of madeUp(model)) compare(text);
  model.dispose();
});

const quick = ARCHITECTURES.filter(({ encoder, reader }) => encoder ?? reader);

/** Random weights of a tiny network; fresh word vectors are so small that every text would read alike. */
function lively({ plan, count }: Architecture, config: object, labels: number): Map<string, Float32Array> {
  const text = { ids: Int32Array.from({ length: 30 }, (_, word) => (word * 7) % 30), label: 0 };
  const tokens = Array.from({ length: 30 }, (_, id) => `word ${id}`);
  const counted = count?.(config, 30, labels, [text, { ...text, label: 1 }], tokens);
  const network = buildNetwork(plan(config, labels), 30, counted ? { seed: labels, counted } : labels);
  const weights = [...network.weights].map(([name, values]): [string, Float32Array] => {
    const factor = values.trainable ? 3 : 1;
    return [name, (values.dataSync() as Float32Array).map((x) => factor * x)];
  });
  network.dispose();
  return new Map(weights);
}

const masksOf = (ids: Int32Array) => [
  new Float32Array(ids.length).fill(1),
  Float32Array.from(ids, (id) => (id % 3 ? 1 : 0)),
  new Float32Array(ids.length),
];

test('every architecture but the GRU and the one on a language model reads texts without tfjs', () => {
  const slow = ARCHITECTURES.filter((one) => !quick.includes(one)).map(({ name }) => name);
  expect(slow).toEqual(['contextual-attention-bilstm', 'gru']);
});

test.each(quick.map(({ name }) => name))(
  '%s: quick is next to float32, words skipped or not, none at all, two labels or three',
  (name) => {
    const architecture = architectureNamed(name);
    const { plan, configure, encoder, reader } = architecture;
    const config = configure(TINY_CONFIGURATIONS[name]);
    for (const labels of [2, 3]) {
      const weights = lively(architecture, config, labels);
      const exact = buildNetwork(plan(config, labels), 30, weights);
      const forward = encoder
        ? int16Forward(encoder(config, 30, labels, weightReaderOf(weights))).forward
        : forwardOf(reader!(config, 30, labels, weightReaderOf(weights)));
      const ids = Int32Array.from({ length: 12 }, (_, word) => (word * 7) % 30);
      for (const mask of masksOf(ids))
        expectNear(forward(ids, mask), float32Forward(exact)(ids, mask), mask.includes(1));
      exact.dispose();
    }
  },
);

const recurrent = quick.filter(({ encoder }) => encoder).map(({ name }) => name);

test.each(recurrent)('%s: gradients by the words are those of the network', (name) => {
  const architecture = architectureNamed(name);
  const { plan, configure, encoder } = architecture;
  const config = configure(TINY_CONFIGURATIONS[name]);
  const weights = lively(architecture, config, 3);
  const exact = buildNetwork(plan(config, 3), 30, weights);
  const ids = Int32Array.from({ length: 12 }, (_, word) => (word * 7) % 30);
  for (const mask of masksOf(ids)) {
    const factors = Float32Array.of(1, 0, -1);
    const found = wordGradients(encoder!(config, 30, 3, weightReaderOf(weights))).run(ids, mask, factors);
    tidy(() => {
      const vectors = exact.embed(tensor2d(ids, [1, 12], 'int32'));
      const logits = (x: Tensor3D) => exact.forward(x, tensor2d(mask, [1, 12])).logits;
      const asked = (x: Tensor) => sum(mul(logits(x as Tensor3D), tensor2d(factors, [1, 3])));
      const gradients = grad(asked)(vectors).dataSync() as Float32Array;
      expect(farthest(found.gradients, gradients)).toBeLessThan(1e-5);
      expect(farthest(found.logits, logits(vectors).dataSync())).toBeLessThan(1e-5);
    });
  }
  exact.dispose();
});
