// Random encoders, and the same computation in float64, written to be read.
import { gatesOf } from '../inference/int16/cell';
import { directionsOf } from '../inference/int16/layer';
import type { DenseWeights, EncoderWeights, LayerWeights, LstmWeights, WordVectors } from '../inference/int16/weights';
import { levelVectors } from '../inference/int16/weights';
import { wordVectors } from './word-vectors';

/** mulberry32 as uniform numbers in [-1, 1). */
export const random = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2147483648 - 1;
  };
};

export const randomText = (length: number, vocabulary: number, seed: number): Int32Array => {
  const next = random(seed);
  return Int32Array.from({ length }, () => Math.floor(((next() + 1) / 2) * vocabulary));
};

export interface Shape {
  readonly vocabulary: number;
  readonly dimension: number;
  /** The level of zero if word vectors are stored as levels; absent: float32. */
  readonly zero?: number;
  /** Units of each layer. */
  readonly units: readonly number[];
  readonly bidirectional: boolean;
  readonly cell?: LayerWeights['cell'];
  readonly head: 'last-states' | 'feed-forward' | 'additive';
  readonly hidden: number;
  /** Width of a dense layer with relu in front of the output; left out: none. */
  readonly tail?: number;
  readonly outputs: number;
  readonly seed: number;
}

/** Glorot-initialised weights times 1.5, because trained weights are larger. */
export const randomWeights = (shape: Shape): EncoderWeights => {
  const next = random(shape.seed);
  const values = (rows: number, columns: number) => {
    const size = 1.5 * Math.sqrt(6 / (rows + columns));
    return new Float32Array(rows * columns).map(() => size * next());
  };
  const bias = (count: number) => new Float32Array(count).map(() => 0.3 * next());
  const direction = (inputs: number, units: number): LstmWeights => ({
    kernel: values(inputs, gatesOf(shape) * units),
    recurrent: values(units, gatesOf(shape) * units),
    bias: bias(gatesOf(shape) * units),
  });
  const parts = shape.bidirectional ? 2 : 1;
  const layers = shape.units.map((units, index): LayerWeights => {
    const inputs = index ? parts * shape.units[index - 1] : shape.dimension;
    const backward = shape.bidirectional ? direction(inputs, units) : undefined;
    return { cell: shape.cell, units, forward: direction(inputs, units), backward };
  });
  const width = parts * shape.units[shape.units.length - 1];
  const layer = (inputs: number, outputs: number) => ({ kernel: values(inputs, outputs), bias: bias(outputs) });
  const hidden = shape.tail ? [{ ...layer(width, shape.tail), activation: 'relu' as const }] : undefined;
  const output = layer(shape.tail ?? width, shape.outputs);
  const words = randomVectors(shape, next);
  if (shape.head === 'last-states') return { words, layers, head: { kind: shape.head, hidden, output } };
  const attention = {
    kernel: values(width, shape.hidden),
    query: shape.head === 'additive' ? values(width, shape.hidden) : undefined,
    bias: bias(shape.hidden),
    score: new Float32Array(shape.hidden).map(() => next()),
  };
  return { words, layers, head: { kind: 'attention', ...attention, hidden, output } };
};

/** A small encoder, but for what is said of it. */
export const ofShape = (shape: Partial<Shape>): EncoderWeights => randomWeights({ ...SHAPE, ...shape });

const SHAPE: Shape = {
  vocabulary: 50,
  dimension: 20,
  units: [16],
  bidirectional: true,
  head: 'feed-forward',
  hidden: 10,
  outputs: 3,
  seed: 1,
};

const randomVectors = ({ vocabulary, dimension, zero }: Shape, next: () => number): WordVectors => {
  const table = new Float32Array(vocabulary * dimension).map(() => next());
  if (zero === undefined) return wordVectors(table, dimension);
  const bytes = Uint8Array.from(table, (value) => Math.floor(128 * (value + 1)));
  return levelVectors({ bytes, zero, scale: 1 / 128 }, dimension);
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const affine = ({ kernel, bias }: DenseWeights, x: readonly number[]): number[] =>
  Array.from(bias, (start, n) => x.reduce((sum, value, k) => sum + value * kernel[k * bias.length + n], start));

/** The states after each word of one direction; a masked word repeats the state before it. */
const recur = (
  inputs: number[][],
  mask: readonly number[],
  weights: LstmWeights,
  { units, cell }: LayerWeights,
): number[][] => {
  let h = new Array<number>(units).fill(0);
  let c = h;
  return inputs.map((x, t) => {
    if (!mask[t]) return h;
    const z = affine({ kernel: weights.kernel, bias: weights.bias }, x);
    const fed = affine({ kernel: weights.recurrent, bias: new Float32Array(weights.bias.length) }, h);
    if (cell === 'simple-rnn') return (h = z.map((value, n) => Math.tanh(value + fed[n])));
    const gate = (which: number, unit: number) => z[which * units + unit] + fed[which * units + unit];
    c = c.map((cell, n) => sigmoid(gate(1, n)) * cell + sigmoid(gate(0, n)) * Math.tanh(gate(2, n)));
    h = c.map((cell, n) => sigmoid(gate(3, n)) * Math.tanh(cell));
    return h;
  });
};

export interface Expected {
  readonly logits: readonly number[];
  readonly attention?: readonly number[];
  /** `[layer][direction][word][unit]`. */
  readonly states: readonly (readonly number[][])[][];
}

/** The encoder in float64. */
export const expected = (
  { words, layers, head }: EncoderWeights,
  ids: Int32Array,
  mask: readonly number[],
): Expected => {
  let inputs = Array.from(ids, (id) => {
    const vector = new Float32Array(words.dimension);
    words.read(id, vector);
    return Array.from(vector);
  });
  const states = layers.map((layer) => {
    const [forward, backward] = directionsOf(layer);
    const sides = [recur(inputs, mask, forward, layer)];
    if (backward) sides.push(recur(inputs.toReversed(), mask.toReversed(), backward, layer).toReversed());
    inputs = inputs.map((_, t) => sides.flatMap((side) => side[t]));
    return sides;
  });
  const top = states[states.length - 1];
  const last = top.flatMap((side, direction) => (direction ? side[0] : side[side.length - 1]));
  const activated = { relu: (x: number) => Math.max(0, x), tanh: Math.tanh, linear: (x: number) => x };
  const tail = (features: readonly number[]) =>
    affine(
      head.output,
      (head.hidden ?? []).reduce((x, layer) => affine(layer, x).map(activated[layer.activation]), features),
    );
  if (head.kind === 'last-states') return { logits: tail(last), states };
  const shift = head.query ? affine({ kernel: head.query, bias: head.bias }, last) : Array.from(head.bias);
  const scores = inputs.map((x) => {
    const hidden = affine({ kernel: head.kernel, bias: Float32Array.from(shift) }, x);
    return hidden.reduce((sum, value, n) => sum + Math.tanh(value) * head.score[n], 0);
  });
  const powers = scores.map((score, t) => (mask[t] ? Math.exp(score) : 0));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const attention = powers.map((power) => power / total);
  const context = inputs[0].map((_, k) => attention.reduce((sum, share, t) => sum + share * inputs[t][k], 0));
  return { logits: tail(context), attention, states };
};
