import { beforeAll, describe, expect, test } from 'vitest';
import { ARCHITECTURES } from '../model/architectures/registry';
import { startTestBackend } from '../model/testing/backend';
import { cellDecomposition } from './methods/cell-decomposition';
import { lrp, relevances } from './methods/lrp';
import { targetOf } from './methods/target';
import { attributed, lively, offered, plain, vectors, type Lively } from './testing/lively';
import { decomposition, pass, relevance } from './testing/plain-methods';

beforeAll(startTestBackend);

const RECURRENT = ARCHITECTURES.filter(({ anatomy }) => anatomy).map(({ name }) => name);
/** One word, some words, skipped words at both ends and between, no word at all. */
const TEXTS = [[3], [1, 5, 2, 9], [0, 4, 4, 0, 7, 1, 0], [0, 0]];

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const mask = (ids: readonly number[]) => ids.map((id) => Math.min(id, 1));
const close = (found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) => {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(Math.abs(found[i] - expected[i])).toBeLessThan(tolerance);
};
/** The factors of the logits for label 1 rather than another. */
const oracleTarget = ({ outputs }: Lively, against?: number) =>
  outputs === 1 ? [1] : Array.from({ length: outputs }, (_, k) => (k === 1 ? 1 : k === against ? -1 : 0));

test('the recurrent architectures say what they are made of', () => {
  expect(RECURRENT).toEqual(
    expect.arrayContaining([
      'state-distance-lstm',
      'additive-attention-bilstm',
      'attention-bilstm',
      'lstm',
      'simple-rnn',
    ]),
  );
  expect(RECURRENT).toEqual(expect.arrayContaining(['stacked-lstm', 'stacked-bilstm', 'bilstm-mlp']));
});

describe.each(RECURRENT)('%s', (name) => {
  test('its description gives its logits, written out in float64', () => {
    const reader = lively(name);
    for (const ids of TEXTS) {
      const { logits } = reader.forward(Int32Array.from(ids), Float32Array.from(mask(ids)));
      close(logits, pass(plain(reader, ids), vectors(reader, ids), mask(ids)).logits, 1e-5);
    }
    reader.network.dispose();
  });

  test.each([2, 3])('relevance with %d labels: the articles in float64; skipped words get exactly 0', (labels) => {
    const reader = lively(name, { labels });
    expect(offered(reader)).toContain('lrp');
    for (const ids of TEXTS) {
      for (const against of [undefined, 0]) {
        const { scores } = attributed(lrp, reader, ids, 1, against);
        const expected = relevance(plain(reader, ids), vectors(reader, ids), mask(ids), oracleTarget(reader, against));
        // Quotients near zero enlarge float32's error; relevances can be large where sums nearly cancel.
        close(scores, expected, 2e-3 * Math.max(1, ...expected.map(Math.abs)));
        ids.forEach((id, word) => id === 0 && expect(scores[word]).toBe(0));
      }
    }
    reader.network.dispose();
  });

  test('relevance is conserved: words, biases and ε together have the logit', () => {
    const reader = lively(name);
    for (const ids of TEXTS) {
      const [text, read] = [Int32Array.from(ids), Float32Array.from(mask(ids))];
      const found = relevances(reader.float32!.trace(text, read), read, targetOf(reader.outputs, 2));
      const size = Math.max(1, Math.abs(found.kept), ...[...found.scores].map(Math.abs));
      expect(Math.abs(sum(found.scores) + found.kept - found.logit)).toBeLessThan(2e-3 * size);
      const { completeness } = attributed(lrp, reader, ids, 2);
      expect(completeness).toBeCloseTo(sum(found.scores) - found.logit, 6);
    }
    reader.network.dispose();
  });

  test('cell decomposition, where it is offered: the article in float64, and it telescopes', () => {
    const reader = lively(name);
    const { layers, head, tail } = reader.anatomy!;
    const fits = head === 'last-states' && tail.length === 1 && layers.at(-1)!.cell === 'lstm';
    expect(offered(reader).includes('cell-decomposition')).toBe(fits);
    for (const ids of fits ? TEXTS : []) {
      for (const against of [undefined, 0]) {
        const { scores, completeness } = attributed(cellDecomposition, reader, ids, 1, against);
        const [network, x, target] = [plain(reader, ids), vectors(reader, ids), oracleTarget(reader, against)];
        close(scores, decomposition(network, x, mask(ids), target), 1e-4);
        const { logits } = pass(network, x, mask(ids));
        const difference = sum(logits.map((logit, k) => target[k] * (logit - network.tail[0].bias[k])));
        expect(sum(scores)).toBeCloseTo(difference, 4);
        expect(completeness).toBeCloseTo(0, 4);
        ids.forEach((id, word) => id === 0 && expect(scores[word]).toBe(0));
      }
    }
    reader.network.dispose();
  });
});

test('a warning says when most of the relevance went to biases', () => {
  const reader = lively('lstm');
  const warned = TEXTS.map((ids) => attributed(lrp, reader, ids, 1)).filter(({ warnings }) => warnings!.length > 0);
  expect(warned.length).toBeGreaterThan(0);
  for (const { warnings } of warned) expect(warnings![0].message).toMatch(/^-?\d+ % of the logit went to/);
  reader.network.dispose();
});

test('where relevances cancel out and grow beyond all measure, a warning says so', () => {
  const reader = lively('lstm', { seed: 10 });
  const ids = Array.from({ length: 800 }, (_, i) => 1 + ((i * i * 7 + i) % 11));
  const sizes = [ids.slice(0, 3), ids].map((text) => {
    const { scores, warnings } = attributed(lrp, reader, text, 1);
    return { size: sum(scores.map(Math.abs)), codes: warnings!.map(({ code }) => code) };
  });
  expect(sizes[0].codes).not.toContain('relevance-unstable');
  expect(sizes[1].size).toBeGreaterThan(1_000);
  expect(sizes[1].codes).toEqual(['relevance-unstable']);
  reader.network.dispose();
  const plainRnn = lively('simple-rnn', { seed: 3 });
  const endless = Array.from({ length: 4_000 }, (_, i) => ids[i % ids.length]);
  expect(() => attributed(lrp, plainRnn, endless, 1)).toThrow(/^Relevance propagation runs out of numbers/);
  plainRnn.network.dispose();
});
