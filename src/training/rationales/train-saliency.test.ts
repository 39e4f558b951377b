import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ModelCard } from '../../shared/model-card';
import { verifyModel } from '../../model/testing/verify-model';
import { loadWholeModel } from '../../model/network/load-whole-model';
import { saliencyScores } from '../../model/inference/rationale-head';
import { startTestBackend } from '../../model/testing/backend';
import { TINY_EN, tinyModel } from '../../model/testing/tiny-models';
import { seededRandom } from '../../shared/random';
import { segmentSpaced } from '../../text/spaced';
import type { Row } from '../rows/row';
import { markFigures } from './mark-figures';
import { trainSaliency } from './train-saliency';

beforeAll(startTestBackend);

const FILLERS = ['the', 'plot', 'is', 'of', 'a', 'it', 'i'];
/** Texts of words in the tiny model's vocabulary, in which people underlined "bad" and "good". */
const rows: Row[] = Array.from({ length: 240 }, (_, i) => {
  const random = seededRandom(i);
  const words = Array.from({ length: 6 }, () => FILLERS[Math.floor(random() * FILLERS.length)]);
  const marked = i % 2 ? 'bad' : 'good';
  words.splice(1 + Math.floor(random() * 5), 0, marked);
  return { text: `${words.join(' ')} ${i}.`, label: i % 2 ? 'negative' : 'positive', fields: { words: [marked] } };
});

describe('a rationale head', () => {
  test('is trained on the states of a model, changes none of its predictions, and its figures are in the card', async () => {
    const files = await tinyModel(TINY_EN);
    const read = (name: string) => Promise.resolve(files.get(name)!);
    const plain = await loadWholeModel('en-tiny', read);
    expect(plain.saliency).toBeUndefined();
    const words = segmentSpaced('it is the good plot of a');
    const { ids, mask } = plain.encode(words);
    const before = [...plain.forward(ids, mask).logits];
    plain.dispose();
    const tensors = memory().numTensors;

    const said: string[] = [];
    const changed = await trainSaliency({
      name: 'en-tiny',
      read,
      sources: [{ name: 'marks', rows: [...rows, { text: 'no marks', label: 'positive', fields: {} }] }],
      heldOut: { validation: 0.15, test: 0.15 },
      length: 50,
      options: { hidden: 16, epochs: 20, batchWords: 150, learningRate: 0.04, weightDecay: 0, seed: 3 },
      dictionary: () => Promise.reject(new Error('no Chinese here')),
      say: (line) => said.push(line),
    });
    expect(memory().numTensors).toBe(tensors);
    expect([...changed.keys()]).toEqual(['saliency.bin', 'model.json', 'card.json']);
    for (const [name, bytes] of changed) files.set(name, bytes);
    await verifyModel('en-tiny', read);

    const model = await loadWholeModel('en-tiny', read);
    const pass = model.forward(ids, mask);
    expect([...pass.logits]).toEqual(before);
    const scores = saliencyScores(model.saliency!, pass, mask);
    expect(scores).toHaveLength(words.length);
    const { saliency, size, files: listed } = JSON.parse(new TextDecoder().decode(files.get('card.json'))) as ModelCard;
    expect(saliency?.trainedOn).toEqual([{ name: 'marks', rows: 168 }]);
    expect(saliency?.measured[0]).toMatchObject({ data: 'marks, held-out set', n: 36 });
    expect(saliency!.measured[0].auprc).toBeGreaterThan(0.9);
    expect(size).toBe(Object.values(listed).reduce((sum, { bytes }) => sum + bytes, 0));
    model.dispose();
  });

  test('refuses rows without rationales', async () => {
    const files = await tinyModel(TINY_EN);
    const learning = trainSaliency({
      name: 'en-tiny',
      read: (name) => Promise.resolve(files.get(name)!),
      sources: [{ name: 'plain', rows: [{ text: 'good', label: 'positive', fields: {} }] }],
      heldOut: { validation: 0, test: 0 },
      length: 50,
      options: { hidden: 8, epochs: 1, batchWords: 100, learningRate: 0.01, weightDecay: 0, seed: 3 },
      dictionary: () => Promise.reject(new Error('no Chinese here')),
      say: () => undefined,
    });
    await expect(learning).rejects.toThrow('None of the rows says what people marked.');
  });
});

describe('agreement with rationales', () => {
  test('worked out by hand: average precision, chance, top word', () => {
    const one = { scores: [0.9, 0.1, 0.5, 0.4], marks: [1, 0, 0, 1] };
    const other = { scores: [0.2, 0.8], marks: [0.5, 0] };
    const nothing = { scores: [1, 2], marks: [0, 0] };
    const { n, auprc, chance, topWord } = markFigures([one, other, nothing]);
    expect(n).toBe(2);
    expect(auprc).toBeCloseTo(((1 / 1 + 2 / 3) / 2 + 1 / 2) / 2, 12);
    expect(chance).toBeCloseTo(0.5, 12);
    expect(topWord).toBe(0.5);
  });

  test('equal scores give the figures of chance', () => {
    expect(markFigures([{ scores: [1, 1, 1, 1], marks: [1, 0, 0, 0] }]).auprc).toBe(0.25);
    expect(markFigures([])).toEqual({ n: 0, auprc: 0, chance: 0, topWord: 0 });
  });
});
