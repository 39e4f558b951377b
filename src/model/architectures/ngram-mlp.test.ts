import { memory, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { buildNetwork } from '../network/build-network';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Network } from '../network/network';
import { chooseNgrams } from '../ngrams/choose-ngrams';
import type { CountedText } from '../ngrams/count-ngrams';
import { seededRandom } from '../../shared/random';
import { startTestBackend } from '../testing/backend';
import { ngramMlp, type NgramMlpConfig } from './ngram-mlp';

const VOCABULARY = 12;
const text = (label: number, ...ids: number[]): CountedText => ({ ids: Int32Array.from(ids), label });

/** A few hundred short texts; words 2 and 3 lean to one label, the bigram 4 5 to the other. */
const TEXTS: CountedText[] = Array.from({ length: 300 }, (_, i) => {
  const random = seededRandom(i);
  const label = i % 2;
  const ids = Array.from({ length: 3 + (i % 5) }, () => 1 + Math.floor(random() * (VOCABULARY - 1)));
  if (random() < 0.7) ids.push(...(label ? [4, 5] : [5, 4, 2, 3]));
  return text(label, ...ids);
});
const CONFIG: Partial<NgramMlpConfig> = { ngrams: 40, units: 6, longest: 2, minTexts: 3 };

beforeAll(startTestBackend);
let networks: Network[] = [];
afterAll(() => {
  networks.forEach((network) => network.dispose());
  networks = [];
  expect(memory().numTensors).toBeLessThan(10);
});

function built(given: Partial<NgramMlpConfig> = {}, labels = 2): Network {
  const config = ngramMlp.configure({ ...CONFIG, ...given });
  const counted = ngramMlp.count!(config, VOCABULARY, labels, TEXTS, []);
  const network = buildNetwork(ngramMlp.plan(config, labels), VOCABULARY, { seed: 5, counted });
  networks.push(network);
  return network;
}

const values = (network: Network, name: string): number[] => [...network.weights.get(name)!.dataSync()];

function logitsOf(network: Network, ids: number[][], mask = ids.map((row) => row.map((id) => Math.min(id, 1)))) {
  return tidy(() =>
    network.forward(network.embed(tensor2d(ids, undefined, 'int32')), tensor2d(mask)).logits.arraySync(),
  );
}

/** The network of one text in plain float64, from its weights, with the n-grams as strings. */
function expectedLogits(network: Network, ids: number[], counted: boolean, longest: number, units: number): number[] {
  const [words, scale, kernel] = ['words', 'scale', 'kernel'].map((name) => values(network, `ngrams/${name}`));
  const rows = new Map<string, number>();
  for (let row = 0; row * longest < words.length; row++) {
    const name = words
      .slice(row * longest, (row + 1) * longest)
      .filter(Boolean)
      .join(' ');
    if (name) rows.set(name, row);
  }
  const counts = new Map<number, number>();
  for (let at = 0; at < ids.length; at++) {
    for (let n = 1; n <= longest && at + n <= ids.length; n++) {
      const row = rows.get(ids.slice(at, at + n).join(' '));
      if (row !== undefined) counts.set(row, counted ? (counts.get(row) ?? 0) + 1 : 1);
    }
  }
  const raw = [...counts].map(([row, count]) => [row, count * scale[row]]);
  const norm = Math.hypot(...raw.map(([, value]) => value));
  const hidden = values(network, 'hidden/bias').map((bias, u) =>
    Math.max(
      0,
      raw.reduce((sum, [row, value]) => sum + (value / norm) * kernel[row * units + u], bias),
    ),
  );
  const outputs = values(network, 'dense/bias');
  const out = values(network, 'dense/kernel');
  return outputs.map((bias, o) => hidden.reduce((sum, h, u) => sum + h * out[u * outputs.length + o], bias));
}

describe('the network', () => {
  test.each([
    ['tf-idf', 2, 2],
    ['naive-bayes', 3, 2],
    ['tf-idf', 1, 3],
  ] as const)('is the plain float64 one: %s, n-grams to %i, %i labels', (scaling, longest, labels) => {
    const network = built({ scaling, longest }, labels);
    const texts = [
      [2, 3, 4, 5, 2, 2, 3],
      [11, 1, 4, 4, 4, 9, 1],
      [7, 0, 0, 0, 0, 0, 0],
    ];
    const got = logitsOf(network, texts);
    texts.forEach((ids, row) => {
      const words = row === 2 ? [7] : ids.map((id) => (id === 1 ? -1 : id));
      const want = expectedLogits(network, words, scaling === 'tf-idf', longest, 6);
      got[row].forEach((logit, o) => expect(logit).toBeCloseTo(want[o], 5));
    });
  });

  test('a text of unknown or skipped words gets what the biases say', () => {
    const network = built();
    const [unknown, skipped] = logitsOf(network, [[1, 1], [4, 5]], [[1, 1], [0, 0]]); // prettier-ignore
    expect(unknown).toEqual(skipped);
    expect(unknown[0]).not.toBe(logitsOf(network, [[4, 5]])[0][0]);
  });

  test('a skipped word parts what stands beside it', () => {
    const network = built();
    const parted = logitsOf(network, [[4, 8, 5]], [[1, 0, 1]]);
    expect(parted).not.toEqual(logitsOf(network, [[4, 5, 0]], [[1, 1, 0]]));
  });
});

describe('what is counted in the training texts', () => {
  test('the n-grams that tell the labels apart come first', () => {
    const { words } = chooseNgrams(TEXTS, {
      ...ngramMlp.configure(CONFIG),
      vocabularySize: VOCABULARY,
      labels: 2,
    });
    const names = Array.from({ length: 6 }, (_, row) =>
      [...words.slice(2 * row, 2 * row + 2)].filter(Boolean).join(' '),
    );
    expect(names).toEqual(expect.arrayContaining(['2 3', '5 4', '4 5', '4 2']));
  });

  test('factors: tf-idf by hand, and naive Bayes ratios by hand', () => {
    const texts = [text(0, 2, 3), text(0, 2), text(1, 3), text(1, 3, 3), text(1, 4)];
    const range = { longest: 1, minTexts: 1, vocabularySize: 5, ngrams: 3, labels: 2 };
    const byWord = ({ words, scale }: { words: Float32Array; scale: Float32Array }) =>
      Object.fromEntries([...words].map((word, row) => [word, scale[row]]));
    const idf = byWord(chooseNgrams(texts, { ...range, scaling: 'tf-idf' }));
    expect(idf[2]).toBeCloseTo(Math.log(6 / 3) + 1, 6);
    expect(idf[3]).toBeCloseTo(Math.log(6 / 4) + 1, 6);
    // Three texts with features under label 0 (2, 3, 2) and three under label 1 (3, 3, 4); three n-grams are kept.
    const ratios = byWord(chooseNgrams(texts, { ...range, scaling: 'naive-bayes' }));
    expect(ratios[2]).toBeCloseTo(Math.log((2 + 1) / (3 + 3) / ((0 + 1) / (3 + 3))), 6);
    expect(ratios[4]).toBeCloseTo(Math.log((1 + 1) / (3 + 3) / ((0 + 1) / (3 + 3))), 6);
  });

  test('an n-gram in too few texts is left out, and rows that are not needed are zeros', () => {
    const { words, scale } = chooseNgrams([text(0, 2, 3), text(1, 2, 4)], {
      ...{ longest: 2, minTexts: 2, vocabularySize: 5, ngrams: 3, labels: 2, scaling: 'tf-idf' },
    });
    expect([...words]).toEqual([2, 0, 0, 0, 0, 0]);
    expect([...scale.slice(1)]).toEqual([0, 0]);
  });
});

describe('shares', () => {
  test.each([2, 3])('sum to the logit but for the biases (%i labels)', (labels) => {
    const network = built({}, labels);
    const ids = Int32Array.of(2, 3, 4, 5, 4, 5, 9);
    const mask = new Float32Array(7).fill(1);
    const [logits] = logitsOf(network, [[...ids]]);
    for (let target = 0; target < labels; target++) {
      const logit = labels === 2 ? (target ? 1 : -1) * logits[0] : logits[target];
      const sum = network.shares!(ids, mask, target).reduce((total, { share }) => total + share, 0);
      expect(sum + biasesOf(network, ids, target, labels)).toBeCloseTo(logit, 5);
    }
  });

  test('stand where their n-grams stand, alike for each occurrence', () => {
    const shares = built().shares!(Int32Array.of(4, 5, 1, 4, 5), new Float32Array(5).fill(1), 1);
    const pairs = shares.filter(({ length }) => length === 2);
    expect(pairs.map(({ at }) => at)).toEqual([0, 3]);
    expect(pairs[0].share).toBe(pairs[1].share);
    expect(built().shares!(Int32Array.of(1, 0), Float32Array.of(1, 0), 1)).toEqual([]);
  });

  /** What the logit would be of the biases alone, with the units that the text makes active. */
  function biasesOf(network: Network, ids: Int32Array, target: number, labels: number): number {
    const units = 6;
    const without = values(network, 'hidden/bias');
    const kernel = values(network, 'dense/kernel');
    const outputs = labels === 2 ? 1 : labels;
    const column = labels === 2 ? 0 : target;
    const sign = labels === 2 && target === 0 ? -1 : 1;
    const hidden = expectedHidden(network, [...ids], units);
    const through = without.reduce((sum, b, u) => sum + (hidden[u] > 0 ? b * kernel[u * outputs + column] : 0), 0);
    return sign * (through + values(network, 'dense/bias')[column]);
  }

  function expectedHidden(network: Network, ids: number[], units: number): number[] {
    const one = Array.from({ length: units }, (_, u) => u);
    const weights = new Map([...network.weights].map(([name]) => [name, values(network, name)]));
    return one.map((u) => {
      const probe = {
        weights: new Map(
          [...network.weights].map(([name]) => {
            const numbers = weights.get(name)!;
            if (name === 'dense/kernel') return [name, { dataSync: () => one.map((k) => (k === u ? 1 : 0)) }];
            if (name === 'dense/bias') return [name, { dataSync: () => [0] }];
            return [name, { dataSync: () => numbers }];
          }),
        ),
      } as unknown as Network;
      return expectedLogits(probe, ids, true, 2, units)[0];
    });
  }
});
