import type * as Tfjs from '@tensorflow/tfjs';
import { memory, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from '../testing/backend';
import type { Network } from '../network';
import { additiveAttentionBilstm } from './additive-attention-bilstm';
import { ConfigurationError } from './configuration';
import { ARCHITECTURES, architectureNamed } from './registry';
import { stateDistanceLstm } from './state-distance-lstm';

/** All of tfjs, as Node loads it: the oracle. It shares the engine with the parts we import. */
const full = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof Tfjs;

/** Two texts; id 0 is padding, and a skipped word in the midst of the first. */
const IDS = [
  [3, 0, 5, 2, 9, 0],
  [1, 4, 4, 7, 8, 6],
];
const MASK = IDS.map((row) => row.map((id) => Math.min(id, 1)));
const VOCABULARY = 10;

interface Outcome {
  readonly logits: number[][];
  readonly states: number[][][][];
  readonly attention?: number[][];
}

function outcome(network: Network): Outcome {
  let result: Outcome | undefined;
  tidy(() => {
    const { logits, recurrent, attention } = network.forward(
      network.embed(tensor2d(IDS, undefined, 'int32')),
      tensor2d(MASK),
    );
    const states = recurrent.map((direction) => direction.states.arraySync());
    result = { logits: logits.arraySync(), states, attention: attention?.arraySync() };
  });
  return result!;
}

/** Runs a tf.layers model on the plain JavaScript backend. */
async function onCpu<T>(run: () => T): Promise<T> {
  await full.setBackend('cpu');
  try {
    return run();
  } finally {
    await full.setBackend('wasm');
  }
}

const weightsOf = (network: Network, ...names: string[]): Tfjs.Tensor[] =>
  names.map((name) => network.weights.get(name) as unknown as Tfjs.Tensor);

const lstmNames = (layer: string): string[] => ['kernel', 'recurrent_kernel', 'bias'].map((part) => `${layer}/${part}`);

function expectClose(actual: unknown, expected: unknown): void {
  const flat = (numbers: unknown): number[] =>
    JSON.stringify(numbers)
      .match(/-?[\d.e-]+/g)!
      .map(Number);
  const [a, b] = [flat(actual), flat(expected)];
  expect(a.length).toBe(b.length);
  expect(Math.max(...a.map((x, i) => Math.abs(x - b[i])))).toBeLessThan(1e-5);
}

beforeAll(startTestBackend);
afterAll(() => expect(memory().numTensors).toBeLessThan(60));

describe('state-distance-lstm', () => {
  it('is tf.layers: embedding that masks zeros, LSTM, dense', async () => {
    const network = stateDistanceLstm.build(stateDistanceLstm.configure({ dimension: 7, units: 18 }), VOCABULARY, 2, 3);
    const { logits, states } = outcome(network);
    const { layers, input, model } = full;
    const expected = await onCpu(() => {
      const ids = input({ shape: [null] });
      const vectors = layers.embedding({ inputDim: VOCABULARY, outputDim: 7, maskZero: true });
      const recurrent = layers.lstm({
        units: 18,
        recurrentActivation: 'sigmoid',
        returnSequences: true,
        returnState: true,
      });
      const dense = layers.dense({ units: 1 });
      const [sequence, last] = recurrent.apply(vectors.apply(ids)) as Tfjs.SymbolicTensor[];
      const reference = model({ inputs: ids, outputs: [sequence, dense.apply(last) as Tfjs.SymbolicTensor] });
      vectors.setWeights(weightsOf(network, 'embedding/embeddings'));
      recurrent.setWeights(weightsOf(network, ...lstmNames('lstm')));
      dense.setWeights(weightsOf(network, 'dense/kernel', 'dense/bias'));
      return (reference.predict(full.tensor2d(IDS)) as Tfjs.Tensor[]).map((tensor) => tensor.arraySync());
    });
    expectClose(states[0], expected[0]);
    expectClose(logits, expected[1]);
    network.dispose();
  });
});

describe('additive-attention-bilstm', () => {
  it('is two bidirectional layers of tf.layers, then attention worked out in float64', async () => {
    const config = additiveAttentionBilstm.configure({ dimension: 7, units: 6, attentionUnits: 5 });
    const network = additiveAttentionBilstm.build(config, VOCABULARY, 3, 3);
    const { logits, states, attention } = outcome(network);
    const { layers, input, model } = full;
    const expected = await onCpu(() => {
      const ids = input({ shape: [null] });
      const vectors = layers.embedding({ inputDim: VOCABULARY, outputDim: 7, maskZero: true });
      const both = [1, 2].map(() => {
        const layer = layers.lstm({ units: 6, recurrentActivation: 'sigmoid', returnSequences: true });
        return layers.bidirectional({ layer, mergeMode: 'concat' });
      });
      const first = both[0].apply(vectors.apply(ids)) as Tfjs.SymbolicTensor;
      const second = both[1].apply(first) as Tfjs.SymbolicTensor;
      const reference = model({ inputs: ids, outputs: [first, second] });
      vectors.setWeights(weightsOf(network, 'embedding/embeddings'));
      both.forEach((layer, i) => {
        const names = ['forward', 'backward'].flatMap((direction) => lstmNames(`bilstm_${i + 1}/${direction}`));
        layer.setWeights(weightsOf(network, ...names));
      });
      return (reference.predict(full.tensor2d(IDS)) as Tfjs.Tensor[]).map(
        (tensor) => tensor.arraySync() as number[][][],
      );
    });
    const joined = (layer: number): number[][][] =>
      states[2 * layer].map((row, b) => row.map((forward, t) => [...forward, ...states[2 * layer + 1][b][t]]));
    // Where a word is skipped, tf.layers hands on the state as well.
    expectClose(joined(0), expected[0]);
    expectClose(joined(1), expected[1]);

    const reference = expected[1].map((sequence, b) => attend(network, sequence, MASK[b]));
    expectClose(
      attention,
      reference.map(({ shares }) => shares),
    );
    expectClose(
      logits,
      reference.map(({ logits: of }) => of),
    );
    for (const [b, row] of attention!.entries()) {
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      row.forEach((share, t) => expect(share > 0).toBe(MASK[b][t] === 1));
    }
    network.dispose();
  });
});

/** The article's attention over one text, in plain loops: `sequence` `[time, 2 · units]`. */
function attend(network: Network, sequence: number[][], mask: number[]): { shares: number[]; logits: number[] } {
  const values = (name: string): number[][] => network.weights.get(name)!.arraySync() as number[][];
  const product = (x: number[], name: string): number[] => {
    const bias = network.weights.get(`${name}/bias`)!.arraySync() as number[];
    return bias.map((b, j) => x.reduce((sum, of, i) => sum + of * values(`${name}/kernel`)[i][j], b));
  };
  const units = sequence[0].length / 2;
  const query = [...sequence[sequence.length - 1].slice(0, units), ...sequence[0].slice(units)];
  const ofQuery = product(query, 'attention/W2');
  const powers = sequence.map((state, t) => {
    const mixed = product(state, 'attention/W1').map((z, j) => Math.tanh(z + ofQuery[j]));
    return mask[t] * Math.exp(product(mixed, 'attention/V')[0]);
  });
  const total = powers.reduce((sum, power) => sum + power, 0);
  const shares = powers.map((power) => power / total);
  const context = query.map((_, j) => shares.reduce((sum, share, t) => sum + share * sequence[t][j], 0));
  return { shares, logits: product(context, 'dense') };
}

describe('every architecture', () => {
  it.each(ARCHITECTURES.map(({ name }) => name))('%s: seeds, outputs, training masks', (name) => {
    const architecture = architectureNamed(name);
    const config = architecture.configure({ dimension: 4, units: 4 });
    const build = (labels: number, seed: number): Network => architecture.build(config, VOCABULARY, labels, seed);
    const [one, same, other, three] = [build(2, 1), build(2, 1), build(2, 2), build(3, 1)];
    expect(outcome(one)).toEqual(outcome(same));
    expect(outcome(one)).not.toEqual(outcome(other));
    expect(outcome(one).logits[0]).toHaveLength(1);
    expect(outcome(three).logits[0]).toHaveLength(3);
    expect(architecture.reads).toBe(one.reads);
    expect(architecture.attends).toBe(outcome(one).attention !== undefined);
    const trained = (seed: number): number[][] =>
      tidy(() => {
        const embedded = one.embed(tensor2d(IDS, undefined, 'int32'));
        return one.forward(embedded, tensor2d(MASK), { seed }).logits.arraySync();
      });
    expect(trained(1)).toEqual(trained(1));
    expect(trained(1)).not.toEqual(trained(2));
    for (const network of [one, same, other, three]) network.dispose();
  });

  it('names the setting that cannot be used', () => {
    for (const { configure } of ARCHITECTURES) {
      expect(() => configure({ units: 0 })).toThrow(ConfigurationError);
      expect(() => configure({ units: 0 })).toThrow(/"units"/);
      expect(() => configure({ unit: 5 })).toThrow(/"unit"/);
    }
    expect(() => architectureNamed('perceptron')).toThrow(/state-distance-lstm, additive-attention-bilstm/);
  });
});
