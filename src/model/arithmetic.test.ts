import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { loadChineseSegmenter } from '../text/chinese';
import { segmentEnglish } from '../text/english';
import { architectureNamed } from './architectures/registry';
import { float32Forward, type ForwardPass } from './forward';
import { loadModel } from './load-model';
import type { EncodedWords, Model } from './model';
import { startTestBackend } from './testing/backend';

// The one test of "which arithmetic where" (docs/performance.md): what the quick forward pass says of a shipped model
// and what its float32 network says, which gradients are taken of, must not be told apart by a reader of figures.

const MODELS = fileURLToPath(new URL('../../models/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
const JIEBA = new URL('../../node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm', import.meta.url);
const shipped = readdirSync(MODELS, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** Of a probability, of a word's share of attention, of a state. */
const PROBABILITY = 1e-3;
const SHARE = 5e-4;
const STATE = 3e-3;

beforeAll(startTestBackend);

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
};

const shares = ({ logits }: ForwardPass): number[] => {
  const powers = (logits.length === 1 ? [0, logits[0]] : [...logits]).map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};

/** Our samples, each whole and line by line. */
async function* samples(model: Model): AsyncGenerator<EncodedWords> {
  const segment =
    model.card.language === 'en' ? segmentEnglish : await loadChineseSegmenter(await readFile(fileURLToPath(JIEBA)));
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
    [1, 20],
    [5, 20],
    [20, 30],
    [100, 20],
    [400, 4],
    [2000, 1],
  ])
    for (let i = 0; i < count; i++) {
      const ids = Int32Array.from({ length }, () => 1 + Math.floor(next() ** (1 + (i % 3)) * (size - 1)));
      yield { ids, mask: new Float32Array(length).fill(1) };
    }
}

test.each(shipped)('%s: int16 is next to float32 on short and long texts', async (name) => {
  const model = await loadModel(name, (file) => readFile(`${MODELS}${name}/${file}`));
  const float32 = float32Forward(() => model.network);
  const compare = ({ ids, mask }: Pick<EncodedWords, 'ids' | 'mask'>) => {
    const [quick, exact] = [model.forward(ids, mask), float32(ids, mask)];
    expect(farthest(shares(quick), shares(exact))).toBeLessThan(PROBABILITY);
    if (exact.attention) expect(farthest(quick.attention!, exact.attention)).toBeLessThan(SHARE);
    expect(quick.recurrent).toEqual(exact.recurrent);
    for (const { layer, direction } of exact.recurrent)
      expect(farthest(quick.states(layer, direction), exact.states(layer, direction))).toBeLessThan(STATE);
  };
  for await (const text of samples(model)) compare(text);
  for (const text of madeUp(model)) compare(text);
  model.dispose();
});

test('the shipped models have an int16 forward pass', () => {
  for (const name of ['state-distance-lstm', 'additive-attention-bilstm'])
    expect(architectureNamed(name).encoder).toBeDefined();
});
