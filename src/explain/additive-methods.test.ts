import {
  matMul,
  memory,
  mul,
  reshape,
  scalar,
  sum as sumTensor,
  tensor2d,
  gather,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ARCHITECTURES } from '../model/architectures/registry';
import { asFloat32 } from '../model/network/float32-network';
import type { Network } from '../model/network/network';
import { startTestBackend } from '../model/testing/backend';
import { attentionTimesNorm } from './methods/attention-x-norm';
import { METHODS, type Method } from '../shared/methods';
import { gradientTimesInput } from './methods/gradient-x-input';
import { integratedGradients } from './methods/integrated-gradients';
import type { AttributionMethod } from './methods/method';
import { COMPUTED_BY } from './methods/methods';
import { occlusion } from './methods/occlusion';
import { shap } from './methods/shap';
import { attributed, lively, offered, plain, vectors, VOCABULARY, type Lively } from './testing/lively';
import { integrated, pass, shapley } from './testing/plain-methods';

beforeAll(startTestBackend);

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const mask = (ids: readonly number[]) => ids.map((id) => Math.min(id, 1));
const close = (found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-4) => {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(Math.abs(found[i] - expected[i])).toBeLessThan(tolerance);
};
/** Label 1's logit of the words in float64; attention and all. */
function logit(reader: Lively, ids: readonly number[], words: readonly number[] = [...ids.keys()]): number {
  const kept = words.length === 0 ? [0] : words.map((word) => ids[word]);
  return pass(plain(reader, kept), vectors(reader, kept), mask(kept)).logits[1];
}
const RECURRENT = ARCHITECTURES.filter(({ anatomy }) => anatomy).map(({ name }) => name);
const ALL = ARCHITECTURES.map(({ name }) => name);

describe.each(RECURRENT)('%s, against float64', (name) => {
  test('occlusion: the logit without each word; a skipped word is exactly 0', () => {
    const reader = lively(name);
    for (const ids of [[3], [1, 5, 5, 9], [0, 4, 0, 7, 0]]) {
      const { scores } = attributed(occlusion, reader, ids, 1);
      const others = ids.map((_, word) => [...ids.keys()].filter((other) => other !== word));
      const expected = others.map((words) => logit(reader, ids) - logit(reader, ids, words));
      close(scores, expected);
      ids.forEach((id, word) => id === 0 && expect(scores[word]).toBe(0));
    }
    reader.network.dispose();
  });

  test('Shapley values of a short text: those of all its orders', () => {
    const reader = lively(name);
    const ids = [4, 0, 7, 1, 5];
    const read = [0, 2, 3, 4];
    const { scores, completeness } = attributed(shap, reader, ids, 1);
    const expected = shapley(read.length, (words) =>
      logit(
        reader,
        ids,
        words.map((word) => read[word]),
      ),
    );
    close(
      [...scores].filter((_, word) => word !== 1),
      expected,
    );
    expect(scores[1]).toBe(0);
    expect(completeness).toBeCloseTo(0, 5);
    reader.network.dispose();
  });
});

describe('integrated gradients, against float64', () => {
  test.each(RECURRENT.filter((name) => !name.includes('attention')))('%s', (name) => {
    const reader = lively(name);
    const ids = [3, 0, 8];
    const { scores, completeness, warnings } = attributed(integratedGradients, reader, ids, 1);
    const network = plain(reader, ids);
    const oracle = integrated(vectors(reader, ids), (x) => pass(network, x, mask(ids)).logits[1]);
    // The sum is within 1 % of the difference; a word's part is about as near.
    const difference =
      logit(reader, ids) -
      pass(
        network,
        ids.map(() => [0, 0, 0, 0]),
        mask(ids),
      ).logits[1];
    const tolerance = Math.max(0.01, 0.01 * Math.abs(difference));
    expect(Math.abs(sum(scores) - difference)).toBeLessThan(tolerance + 1e-4);
    expect(Math.abs(completeness! - (sum(scores) - difference))).toBeLessThan(1e-4);
    expect(warnings ?? []).toEqual([]);
    close(scores, oracle, 3 * tolerance);
    expect(scores[1]).toBe(0);
    reader.network.dispose();
  });
});

test('attention × norm: attention times the length of the joined states, as parts of 1', () => {
  for (const name of ['additive-attention-bilstm', 'attention-bilstm']) {
    const reader = lively(name);
    const ids = [0, 4, 4, 9, 0, 2];
    const { attention, recurrent, states } = reader.forward(Int32Array.from(ids), Float32Array.from(mask(ids)));
    const top = recurrent.filter(({ layer }) => layer === 1);
    const sizes = ids.map((id, word) => {
      const joined = top.flatMap(({ direction, units }) => [
        ...states(1, direction).slice(word * units, (word + 1) * units),
      ]);
      return id === 0 ? 0 : attention![word] * Math.hypot(...joined);
    });
    const { scores } = attributed(attentionTimesNorm, reader, ids);
    close(
      scores,
      sizes.map((size) => size / sum(sizes)),
      1e-6,
    );
    expect([...attributed(attentionTimesNorm, reader, [0, 0]).scores]).toEqual([0, 0]);
    reader.network.dispose();
  }
});

test('n-gram shares: each n-gram hands equal parts to its words', () => {
  const reader = lively('ngram-mlp');
  const shares = COMPUTED_BY['ngram-shares'];
  const [ids, empty] = [[5, 3, 0, 8, 2, 5], [0]].map((text) => ({ text, found: attributed(shares, reader, text, 1) }));
  expect([...empty.found.scores]).toEqual([0]);
  expect(ids.found.scores[2]).toBe(0);
  const [text, read] = [Int32Array.from(ids.text), Float32Array.from(mask(ids.text))];
  const ngrams = reader.network.shares!(text, read, 1);
  expect(ngrams.some(({ length }) => length > 1)).toBe(true);
  expect(sum(ids.found.scores)).toBeCloseTo(sum(ngrams.map(({ share }) => share)), 5);
  const first = ngrams.filter(({ at }) => at === 0);
  expect(ids.found.scores[0]).toBeCloseTo(sum(first.map(({ share, length }) => share / length)), 5);
  const others = attributed(shares, reader, ids.text, 1, 0).scores;
  const zero = attributed(shares, reader, ids.text, 0).scores;
  close(
    others,
    ids.found.scores.map((score, word) => score - zero[word]),
    1e-5,
  );
  reader.network.dispose();
});

describe('of a network that is linear in its words', () => {
  const TABLE = [
    [0, 0],
    [0.5, -2],
    [3, 1],
    [0, 0],
  ];
  const network = () => ({
    weights: new Map(),
    reads: 'sequence',
    embed: (ids: Tensor2D) => gather(tensor2d(TABLE), ids),
    forward: (embedded: Tensor3D, words: Tensor2D) => {
      const [batch, time] = words.shape;
      const read = mul(embedded, reshape(words, [batch, time, 1]));
      return { logits: matMul(reshape(sumTensor(read, 1), [batch, 2]), tensor2d([2, -1], [2, 1])), recurrent: [] };
    },
    layers: [],
    loss: () => scalar(0),
    dispose: () => undefined,
  });
  const reader = (): Lively => {
    const made = network() as unknown as Network;
    const float32 = asFloat32(made);
    return {
      architecture: { reads: 'sequence', attends: false },
      network: made,
      float32,
      forward: float32.forward,
      outputs: 1,
    };
  };

  test.each([
    ['gradient × input', gradientTimesInput],
    ['integrated gradients', integratedGradients],
    ['occlusion', occlusion],
    ['Shapley values', shap],
  ])('%s is weight × word, 0 for a word that it ignores, and turns its sign with the target', (_, method) => {
    const ids = [1, 2, 3, 0, 2];
    close(attributed(method, reader(), ids, 1).scores, [3, 5, 0, 0, 5], 1e-5);
    close(attributed(method, reader(), ids, 0).scores, [-3, -5, 0, 0, -5], 1e-5);
    close(attributed(method, reader(), ids, 0, 1).scores, [-3, -5, 0, 0, -5], 1e-5);
  });

  test('Shapley values of many words are complete, and the same every time', () => {
    const ids = Array.from({ length: 40 }, (_, i) => 1 + (i % 3));
    const found = attributed(shap, reader(), ids, 1);
    close(
      found.scores,
      ids.map((id) => [3, 5, 0][id - 1]),
      1e-4,
    );
    expect(attributed(shap, reader(), ids, 1)).toEqual(found);
    const text = [...ids, 2];
    expect(() => attributed(shap, reader(), text, 1)).toThrow(
      'SHAP is for texts of up to 40 words that the model knows; this one has 41.',
    );
    expect(attributed(shap, reader(), [...ids, 0, 0], 1).scores).toHaveLength(42);
  });
});

describe.each(ALL)('%s', (name) => {
  const each = (reader: Lively, check: (method: AttributionMethod, name: Method) => void) => {
    for (const method of offered(reader)) check(COMPUTED_BY[method], method);
  };

  test('every method takes one word, no known word, and skipped words among others', () => {
    const reader = lively(name);
    each(reader, (method) => {
      for (const ids of [[3], [0], [0, 0, 0], [1], [0, 6, 0, 2], [7, 7, 7]]) {
        const { scores } = attributed(method, reader, ids, 2);
        expect(scores).toHaveLength(ids.length);
        expect(scores.every(Number.isFinite)).toBe(true);
        ids.forEach((id, word) => id === 0 && expect(scores[word]).toBe(0));
      }
    });
    reader.network.dispose();
  });

  test('one label rather than another: of methods that are linear in the logits, the difference of the two', () => {
    const reader = lively(name);
    const ids = [3, 8, 1, 6];
    each(reader, (method, which) => {
      // Phrases are joined by what they are worth for the target: the sum is linear, the words' parts of it are not.
      if (!METHODS[which].signed || which === 'lrp' || which === 'phrase-shapley') return;
      const [both, one, other] = [[2, 0], [2], [0]].map(
        ([label, against]) => attributed(method, reader, ids, label, against).scores,
      );
      const size = Math.max(1, ...one.map(Math.abs), ...other.map(Math.abs));
      // Integrated gradients stop at different steps for the two.
      close(
        both,
        one.map((score, word) => score - other[word]),
        which === 'integrated-gradients' ? 0.05 * size : 1e-4 * size,
      );
    });
    reader.network.dispose();
  });

  test('another network explains otherwise (Adebayo et al. 2018)', () => {
    const [reader, randomised] = [lively(name), lively(name, { seed: 6 })];
    const ids = [3, 8, 1, 6, 10, 2];
    each(reader, (method) => {
      const [one, other] = [reader, randomised].map((network) => [...attributed(method, network, ids, 2).scores]);
      expect(Math.max(...one.map((score, word) => Math.abs(score - other[word])))).toBeGreaterThan(1e-3);
    });
    for (const { network } of [reader, randomised]) network.dispose();
  });

  test('no method leaves tensors behind, and each says the same twice', () => {
    const reader = lively(name);
    const ids = Array.from({ length: 9 }, (_, i) => (i * 5 + 3) % VOCABULARY);
    each(reader, (method) => {
      const first = attributed(method, reader, ids, 1);
      const before = memory().numTensors;
      expect(attributed(method, reader, ids, 1)).toEqual(first);
      expect(memory().numTensors).toBe(before);
    });
    reader.network.dispose();
  });
});

test('a text of 2,000 words', () => {
  for (const name of ALL) {
    const reader = lively(name);
    const ids = Array.from({ length: 2_000 }, (_, i) => (i * 7 + 1) % VOCABULARY);
    // Leaving out each of 2,000 words reads 4 million, coalitions of phrases 100,000: here of the quickest one only.
    const slow = name === 'simple-rnn' ? ['shap'] : ['shap', 'occlusion', 'phrase-shapley'];
    for (const method of offered(reader).filter((one) => !slow.includes(one))) {
      const { scores } = attributed(COMPUTED_BY[method], reader, ids, 1);
      expect(scores.every(Number.isFinite)).toBe(true);
    }
    expect(() => attributed(shap, reader, ids, 1)).toThrow(/^SHAP is for texts of up to 40 words/);
    reader.network.dispose();
  }
});
