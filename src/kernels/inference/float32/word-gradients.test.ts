import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { expected, randomWeights, type Shape } from '../../testing/encoder';
import type { EncoderWeights } from '../int16/weights';
import { kernelBytes } from '../../testing/backend';
import { wordGradientsOf } from './word-gradients';

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await WebAssembly.compile((await kernelBytes()) as Uint8Array<ArrayBuffer>);
});

/** A vocabulary with one word for each place of a text, so that the vector at a single place can be changed. */
function withVectors(weights: EncoderWeights, table: readonly number[][]): EncoderWeights {
  const words = {
    count: table.length,
    dimension: weights.words.dimension,
    read: (id: number, target: Float32Array | number[]) => table[id].forEach((value, k) => (target[k] = value)),
  };
  return { ...weights, words };
}

const vectorsOf = ({ words }: EncoderWeights): number[][] =>
  Array.from({ length: words.count }, (_, id) => {
    const vector = new Float32Array(words.dimension);
    words.read(id, vector);
    return [...vector];
  });

/** Central differences of the float64 oracle. It reads vectors as float32, so the steps are powers of two. */
function differences(weights: EncoderWeights, mask: readonly number[], factors: readonly number[]): number[] {
  const table = vectorsOf(weights);
  const ids = Int32Array.from(table.keys());
  const value = () =>
    expected(withVectors(weights, table), ids, mask).logits.reduce((sum, logit, n) => sum + factors[n] * logit, 0);
  return table.flatMap((vector) =>
    vector.map((_, k) => {
      const before = vector[k];
      const [up, down] = [Math.fround(before + 2 ** -10), Math.fround(before - 2 ** -10)];
      vector[k] = up;
      const above = value();
      vector[k] = down;
      const below = value();
      vector[k] = before;
      return (above - below) / (up - down);
    }),
  );
}

function compare(weights: EncoderWeights, mask: readonly number[], factors: readonly number[]): void {
  const ids = Int32Array.from({ length: weights.words.count }, (_, id) => id);
  const { logits, gradients, vectors } = wordGradientsOf(module, weights).run(ids, mask, factors);
  const want = differences(weights, mask, factors);
  const size = Math.max(0.1, ...want.map(Math.abs));
  want.forEach((value, i) => expect(Math.abs(gradients[i] - value) / size).toBeLessThan(2e-4));
  expected(weights, ids, mask).logits.forEach((logit, n) => expect(logits[n]).toBeCloseTo(logit, 4));
  const { dimension } = weights.words;
  mask.forEach((read, word) => {
    const [from, to] = [word * dimension, (word + 1) * dimension];
    if (read) expect([...vectors.subarray(from, to)]).toEqual(vectorsOf(weights)[word]);
    else expect([...vectors.subarray(from, to), ...gradients.subarray(from, to)].every((x) => x === 0)).toBe(true);
  });
}

const SHAPE: Shape = {
  vocabulary: 7,
  dimension: 5,
  units: [6],
  bidirectional: true,
  head: 'feed-forward',
  hidden: 4,
  outputs: 3,
  seed: 1,
};

describe('the gradients with respect to the words equal float64 differences', () => {
  test('on random shapes and masks', () => {
    const shape = fc.record({
      vocabulary: fc.integer({ min: 1, max: 7 }),
      dimension: fc.integer({ min: 1, max: 9 }),
      units: fc.array(fc.integer({ min: 1, max: 19 }), { minLength: 1, maxLength: 3 }),
      bidirectional: fc.boolean(),
      cell: fc.constantFrom<Shape['cell'][]>(undefined, undefined, 'simple-rnn'),
      head: fc.constantFrom<Shape['head'][]>('last-states', 'feed-forward', 'additive'),
      hidden: fc.integer({ min: 1, max: 20 }),
      zero: fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }),
      tail: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      outputs: fc.integer({ min: 1, max: 4 }),
      seed: fc.integer(),
    });
    const masks = fc.array(fc.constantFrom(0, 1, 1), { minLength: 7, maxLength: 7 });
    const factors = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(shape, masks, factors, (one, mask, sides) => {
        fc.pre(mask.slice(0, one.vocabulary).includes(1));
        // Close to the kink of a relu there is no gradient to compare with.
        const weights = { ...randomWeights(one) };
        const hidden = weights.head.hidden?.map((layer) => ({ ...layer, activation: 'tanh' as const }));
        const smooth = { ...weights, head: { ...weights.head, hidden } };
        compare(smooth, mask.slice(0, one.vocabulary), sides.slice(0, one.outputs));
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test('through relu, on and off', () => {
    compare(randomWeights({ ...SHAPE, tail: 12 }), [1, 1, 0, 1, 1, 1, 1], [0, 1, 0]);
  });

  test('of two bidirectional layers of more units than a panel holds', () => {
    compare(randomWeights({ ...SHAPE, units: [33, 18], head: 'additive', vocabulary: 4 }), [1, 1, 1, 1], [1, 0, -1]);
  });
});

describe('one text after another', () => {
  const weights = randomWeights({ ...SHAPE, vocabulary: 40, units: [24, 16], head: 'additive' });
  const ids = Int32Array.from({ length: 90 }, (_, t) => (t * 7) % 40);
  const run = (on: ReturnType<typeof wordGradientsOf>, words: Int32Array) =>
    on.run(words, new Float32Array(words.length).fill(1), [0, 1, 0]);

  test('gives the same bytes, whatever was read before', () => {
    const fresh = run(wordGradientsOf(module, weights), ids);
    const used = wordGradientsOf(module, weights);
    run(used, ids.subarray(0, 30));
    run(
      used,
      Int32Array.from({ length: 300 }, (_, t) => t % 40),
    );
    expect(run(used, ids)).toEqual(fresh);
  });

  test('memory does not grow with the number of texts', () => {
    const on = wordGradientsOf(module, weights);
    run(on, ids);
    const { bytes } = on;
    for (let i = 0; i < 20; i++) run(on, ids);
    expect(on.bytes).toBe(bytes);
  });

  test('without words there is only the bias, and no gradient', () => {
    const { logits, gradients } = wordGradientsOf(module, weights).run(ids, new Float32Array(90), [0, 1, 0]);
    expect(logits).toEqual(Float64Array.from(weights.head.output.bias));
    expect(gradients.every((x) => x === 0)).toBe(true);
  });
});
