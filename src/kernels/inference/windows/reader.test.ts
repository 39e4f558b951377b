import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { random } from '../../testing/encoder';
import { wordVectors } from '../../testing/word-vectors';
import { levelVectors, type WordVectors } from '../int16/weights';
import { kernelBytes } from '../../testing/backend';
import { windowReader } from './reader';
import { asWordConvolution, type SeparableConvolution, type WindowWeights } from './weights';

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await WebAssembly.compile((await kernelBytes()) as Uint8Array<ArrayBuffer>);
});

/** The largest error of a logit from storing word vectors and filters as integers. */
const TOLERANCE = 1e-3;
const CACHE = 2 ** 20;

const numbers = (next: () => number, count: number, size = 1) => new Float32Array(count).map(() => size * next());
const relu = (x: number) => Math.max(0, x);

function vocabulary(next: () => number, count: number, dimension: number, zero?: number): WordVectors {
  if (zero === undefined) return wordVectors(numbers(next, count * dimension), dimension);
  const bytes = Uint8Array.from(numbers(next, count * dimension), (x) => Math.floor(128 * (x + 1)));
  return levelVectors({ bytes, zero, scale: 1 / 128 }, dimension);
}

const rowsOf = (words: WordVectors, ids: readonly number[]): number[][] =>
  ids.map((id) => {
    const vector = new Float32Array(words.dimension);
    words.read(id, vector);
    return [...vector];
  });

/** Σ over a window, in float64; `tap(j)` are the filters' weights for word j of the window, `x`. */
function windows(
  rows: number[][],
  width: number,
  left: number,
  bias: Float32Array,
  tap: (j: number, x: readonly number[], filter: number) => number,
): number[][] {
  return rows.map((_, t) =>
    [...bias].map((start, filter) => {
      let sum = start;
      for (let j = 0; j < width; j++) if (rows[t + j - left]) sum += tap(j, rows[t + j - left], filter);
      return relu(sum);
    }),
  );
}

const separable = (rows: number[][], { width, depthwise, pointwise, bias }: SeparableConvolution): number[][] =>
  windows(rows, width, Math.floor((width - 1) / 2), bias, (j, x, filter) =>
    x.reduce((sum, value, c) => sum + value * depthwise[j * x.length + c] * pointwise[c * bias.length + filter], 0),
  );

const output = ({ kernel, bias }: WindowWeights['output'], x: readonly number[]): number[] =>
  [...bias].map((start, n) => x.reduce((sum, value, k) => sum + value * kernel[k * bias.length + n], start));

const largest = (rows: number[][], count: number): number[] =>
  Array.from({ length: count }, (_, n) => Math.max(0, ...rows.map((row) => row[n])));

const shape = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  dimension: fc.integer({ min: 1, max: 30 }),
  filters: fc.integer({ min: 1, max: 40 }),
  many: fc.integer({ min: 1, max: 40 }),
  width: fc.integer({ min: 1, max: 5 }),
  pool: fc.integer({ min: 1, max: 4 }),
  outputs: fc.integer({ min: 1, max: 4 }),
  zero: fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }),
  seed: fc.integer(),
  mask: fc.array(fc.constantFrom(0, 1, 1), { minLength: 1, maxLength: 40 }),
});

const textOf = (next: () => number, length: number, count: number) =>
  Int32Array.from({ length }, () => Math.floor(((next() + 1) / 2) * count));

const near = (got: Float32Array, want: readonly number[]): void => {
  expect(got.length).toBe(want.length);
  want.forEach((value, n) => expect(Math.abs(got[n] - value)).toBeLessThan(TOLERANCE * Math.max(1, Math.abs(value))));
};

describe('equal to float64', () => {
  test('the largest values of filters of several widths', () => {
    fc.assert(
      fc.property(shape, ({ count, dimension, filters, width, outputs, zero, seed, mask }) => {
        const next = random(seed);
        const words = vocabulary(next, count, dimension, zero);
        const convolutions = [width, width + 1].map((wide) => ({
          width: wide,
          left: 0,
          kernel: numbers(next, wide * dimension * filters, 1 / Math.sqrt(dimension)),
          bias: numbers(next, filters, 0.3),
        }));
        const dense = { kernel: numbers(next, 2 * filters * outputs, 0.3), bias: numbers(next, outputs) };
        const ids = textOf(next, mask.length, count);
        const rows = rowsOf(
          words,
          [...ids].filter((_, t) => mask[t]),
        );
        const features = convolutions.flatMap(({ width: wide, kernel, bias }) =>
          largest(
            windows(rows, wide, 0, bias, (j, x, filter) =>
              x.reduce((sum, value, c) => sum + value * kernel[(j * dimension + c) * filters + filter], 0),
            ),
            filters,
          ),
        );
        const weights: WindowWeights = { words, convolutions, top: { kind: 'largest' }, output: dense };
        near(windowReader(module, weights, CACHE).run(ids, mask), output(dense, features));
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test('the mean over separable convolutions and a pooling', () => {
    fc.assert(
      fc.property(shape, ({ count, dimension, filters, many, width, pool, outputs, zero, seed, mask }) => {
        const next = random(seed);
        const words = vocabulary(next, count, dimension, zero);
        const convolution = (inputs: number, of: number): SeparableConvolution => ({
          width,
          depthwise: numbers(next, width * inputs, 1 / Math.sqrt(width)),
          pointwise: numbers(next, inputs * of, 1.5 / Math.sqrt(inputs)),
          bias: numbers(next, of, 0.3),
        });
        const [first, second, third] = [
          convolution(dimension, filters),
          convolution(filters, filters),
          convolution(filters, many),
        ];
        const dense = { kernel: numbers(next, many * outputs, 0.5), bias: numbers(next, outputs) };
        const ids = textOf(next, mask.length, count);
        const rows = rowsOf(
          words,
          [...ids].filter((_, t) => mask[t]),
        );
        const below = separable(separable(rows, first), second);
        const places = Array.from({ length: Math.ceil(below.length / pool) }, (_, at) =>
          largest(below.slice(at * pool, (at + 1) * pool), filters),
        );
        const above = separable(places, third);
        const features = Array.from({ length: many }, (_, n) =>
          above.length ? above.reduce((sum, row) => sum + row[n], 0) / above.length : 0,
        );
        const weights: WindowWeights = {
          words,
          convolutions: [asWordConvolution(first, dimension)],
          top: { kind: 'mean', layers: [second, { pool }, third] },
          output: dense,
        };
        near(windowReader(module, weights, CACHE).run(ids, mask), output(dense, features));
      }),
      { numRuns: 40, seed: 6 },
    );
  });
});

describe('one text after another', () => {
  const next = random(3);
  const words = vocabulary(next, 400, 20);
  const convolutions = [3, 4, 5].map((width) => ({
    width,
    left: 0,
    kernel: numbers(next, width * 20 * 24),
    bias: numbers(next, 24),
  }));
  const dense = { kernel: numbers(next, 72 * 3), bias: numbers(next, 3) };
  const weights: WindowWeights = { words, convolutions, top: { kind: 'largest' }, output: dense };
  const first = asWordConvolution(
    { width: 3, depthwise: numbers(next, 60), pointwise: numbers(next, 480), bias: numbers(next, 24) },
    20,
  );
  const mean: WindowWeights = {
    words,
    convolutions: [first],
    top: { kind: 'mean', layers: [{ pool: 3 }] },
    output: { kernel: numbers(next, 72), bias: numbers(next, 3) },
  };
  const ids = Int32Array.from({ length: 900 }, (_, t) => (t * 7) % 400);
  const all = new Float32Array(900).fill(1);

  test.each([
    ['largest', weights],
    ['mean', mean],
  ])('a text with more words than there is room for gives the bytes of one that fits (%s)', (_, of) => {
    const roomy = windowReader(module, of, CACHE);
    const whole = roomy.run(ids, all);
    expect(windowReader(module, of, 1).run(ids, all)).toEqual(whole);
    roomy.run(ids.subarray(0, 90), all.subarray(0, 90));
    expect(roomy.run(ids, all)).toEqual(whole);
  });

  test('without words there is only the bias; an id outside the vocabulary is refused', () => {
    for (const of of [weights, mean]) {
      const reader = windowReader(module, of, CACHE);
      expect(reader.run(ids, new Float32Array(900))).toEqual(of.output.bias);
      expect(() => reader.run(Int32Array.of(400), [1])).toThrow('Word 400 is outside');
    }
  });

  test('memory does not grow with the number of texts', () => {
    const reader = windowReader(module, mean, CACHE);
    reader.run(ids, all);
    const { bytes } = reader;
    for (let i = 0; i < 20; i++) reader.run(ids, all);
    expect(reader.bytes).toBe(bytes);
  });
});
