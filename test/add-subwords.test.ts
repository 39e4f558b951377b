import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { explainText } from '../src/explain/explain';
import { predictText } from '../src/explain/predict';
import { loadWholeModel, networkOf } from '../src/model/network/load-whole-model';
import { verifyModel } from '../src/model/testing/verify-model';
import type { Model } from '../src/model/model';
import { startTestBackend } from '../src/model/testing/backend';
import { TINY_EN_THREE, tinyModel } from '../src/model/testing/tiny-models';
import { segmentSpaced } from '../src/text/spaced';
import { subwords } from '../src/text/subwords';
import { addSubwords } from '../src/training/subwords/add-subwords';
import { explainedShare, fitSubwords } from '../src/training/subwords/fit-subwords';

beforeAll(startTestBackend);

const OPTIONS = { buckets: 512, epochs: 3, learningRate: 0.05, decay: 0.1, seed: 1 };
const cutOf = (text: string) => ({ text, language: 'en' as const, words: segmentSpaced(text) });
/** Has words that no tiny vocabulary has, in no spelling. */
const TEXT = 'the plot is zorgfully xylophonic, not wibbling!';

async function withParts(architecture: string): Promise<Model> {
  const files = await tinyModel({ ...TINY_EN_THREE, architecture });
  const read = (file: string) => Promise.resolve(files.get(file)!);
  const changed = await addSubwords({ name: 'en-tiny-three', read, options: OPTIONS, say: () => undefined });
  expect([...changed.keys()]).toEqual(['subwords.bin', 'model.json', 'card.json']);
  for (const [name, bytes] of changed) files.set(name, bytes);
  await verifyModel('en-tiny-three', read);
  return loadWholeModel('en-tiny-three', read);
}

describe.each(['attention-bilstm', 'state-distance-lstm'])('a %s with word parts', (architecture) => {
  test('reads unknown words by their letters, and says so', async () => {
    const model = await withParts(architecture);
    const { ids, known, composed } = model.encode(segmentSpaced(TEXT));
    expect(composed).toEqual([false, false, false, true, true, false, false, true, false]);
    expect(known[3]).toBe(false);
    expect(new Set(ids).size).toBeGreaterThan(6);
    const [one, other] = ['it is zorgfully', 'it is xylophonic'].map((text) => predictText(model, cutOf(text)));
    expect(one.probabilities).not.toEqual(other.probabilities);
    expect(one.warnings.map(({ code }) => code)).not.toContain('no-known-words');
    model.dispose();
  });

  test('gives the same figures whatever was read before', async () => {
    const [model, fresh] = [await withParts(architecture), await withParts(architecture)];
    for (let i = 0; i < 50; i++)
      predictText(model, cutOf(`blargh${'abcdefghij'[i % 10]}ing gnurfl${'klmnop'[i % 6]}est`));
    const ask = (of: Model, method: string) => explainText(of, cutOf(TEXT), { method });
    for (const method of ['occlusion', 'gradient-x-input', 'integrated-gradients']) {
      const found = ask(model, method);
      expect(found).toEqual(ask(fresh, method));
      expect(found.words[3]).toMatchObject({ known: false });
      expect(found.words[3].score).not.toBe(0);
    }
    model.dispose();
    fresh.dispose();
  });

  test('has one vector of a word in every arithmetic', async () => {
    const model = await withParts(architecture);
    const { ids, mask } = model.encode(segmentSpaced(TEXT));
    const quick = [...model.forward(ids, mask).logits];
    const exact = [...model.gradients!(ids, mask, Float32Array.of(1, 0, 0)).logits];
    quick.forEach((logit, i) => expect(logit).toBeCloseTo(exact[i], 1));
    tidy(() => {
      const network = networkOf(model);
      const embedded = network.embed(tensor2d(ids, [1, ids.length], 'int32'));
      const logits = network.forward(embedded, tensor2d(mask, [1, mask.length])).logits.dataSync();
      logits.forEach((logit, i) => expect(logit).toBeCloseTo(exact[i], 4));
    });
    const again = [...model.forward(ids, mask).logits];
    expect(again).toEqual(quick);
    model.dispose();
  });
});

test('a text in which nothing can be read is neutral, and the warning says that it is not about the text', async () => {
  const files = await tinyModel({ ...TINY_EN_THREE, architecture: 'attention-bilstm' });
  const model = await loadWholeModel('en-tiny-three', (file) => Promise.resolve(files.get(file)!));
  for (const text of ['щука 123', '§§§ 77', 'qzxw vfkk']) {
    const { label, probabilities, warnings } = predictText(model, cutOf(text));
    expect(label).toBe('neutral');
    expect(Math.max(...Object.values(probabilities))).toBe(probabilities.neutral);
    expect(warnings.map(({ code }) => code)).toContain('no-known-words');
    expect(explainText(model, cutOf(text), {})).toMatchObject({ label, target: 'neutral', probabilities });
  }
  model.dispose();
});

test('models that are no recurrent networks over words are refused', async () => {
  const files = await tinyModel({ ...TINY_EN_THREE, architecture: 'textcnn', marks: false });
  const read = (file: string) => Promise.resolve(files.get(file)!);
  await expect(addSubwords({ name: 'en-tiny', read, options: OPTIONS, say: () => undefined })).rejects.toThrow(
    /cannot compose words/,
  );
});

describe('parts of words', () => {
  test('are n-grams of three to six letters with the word’s ends, or one to three Chinese characters', () => {
    expect(subwords('cat', 1 << 20)).toHaveLength('<cat>'.length - 2 + 2 + 1);
    expect(subwords('难吃', 1 << 20)).toHaveLength(3);
    expect(new Set(subwords('难吃', 1 << 20)).size).toBe(3);
    for (const token of ['123', '!!', '👍', 'ok', 'щука', '<', 'x'.repeat(100)])
      expect(subwords(token, 64)).toEqual([]);
  });

  test('explain vectors that follow from letters, those of hidden words, too, and are the same for the same seed', () => {
    const stems = [
      'lov',
      'hat',
      'play',
      'talk',
      'jump',
      'kick',
      'wash',
      'cook',
      'work',
      'call',
      'push',
      'pull',
      'help',
    ];
    const endings: [string, number][] = [
      ['ing', 1],
      ['ed', -1],
      ['er', 0.5],
      ['ful', -0.5],
    ];
    const words = stems.flatMap((stem, s) => endings.map(([ending, value]) => ({ token: stem + ending, value, s })));
    const taught = (of: typeof words) => ({
      tokens: of.map(({ token }) => token),
      vectors: Float32Array.from(of.flatMap(({ value, s }) => [value, s % 2 ? 1 : -1])),
    });
    const options = { ...OPTIONS, buckets: 4096, epochs: 60, learningRate: 0.2, decay: 0.01 };
    const [seen, hidden] = [words.filter((_, i) => i % 5 > 0), words.filter((_, i) => i % 5 === 0)].map(taught);
    const table = fitSubwords(seen, options);
    expect(explainedShare(table, seen, 4096)).toBeGreaterThan(0.9);
    expect(explainedShare(table, hidden, 4096)).toBeGreaterThan(0.5);
    expect(fitSubwords(seen, options)).toEqual(table);
  });
});
