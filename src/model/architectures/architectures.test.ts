import type * as Tfjs from '@tensorflow/tfjs';
import { buildNetwork } from '../network/build-network';
import { cast, dispose, memory, mul, onesLike, tensor1d, tensor2d, tidy, variableGrads } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from '../testing/backend';
import {
  bidirectionalNames,
  expectClose,
  full,
  IDS,
  layersOutcome,
  MASK,
  outcome,
  recurrentNames,
  VOCABULARY,
} from './testing';
import { float32Forward } from '../network/float32-forward';
import { int16Forward } from '../inference/int16-forward';
import { ownsWeight } from '../layer-row';
import type { Network } from '../network/network';
import { weightReaderOf } from '../testing/weight-reader';
import { TINY_CONFIGURATIONS } from '../testing/tiny-configurations';
import { additiveAttentionBilstm } from './additive-attention-bilstm';
import { ConfigurationError } from './configuration';
import { ARCHITECTURES, architectureNamed } from './registry';
import { stateDistanceLstm } from './state-distance-lstm';

beforeAll(startTestBackend);
afterAll(() => expect(memory().numTensors).toBeLessThan(60));

describe('state-distance-lstm', () => {
  it('is tf.layers: embedding that masks zeros, LSTM, dense', async () => {
    const network = buildNetwork(
      stateDistanceLstm.plan(stateDistanceLstm.configure({ dimension: 7, units: 18 }), 2),
      VOCABULARY,
      3,
    );
    const { logits, states } = outcome(network);
    const { layers } = full;
    const expected = await layersOutcome(network, (weigh) => {
      const embedding = layers.embedding({ inputDim: VOCABULARY, outputDim: 7, maskZero: true });
      const options = { recurrentActivation: 'sigmoid', returnSequences: true, returnState: true } as const;
      const vectors = weigh(embedding, 'embedding/embeddings');
      const recurrent = weigh(layers.lstm({ units: 18, ...options }), ...recurrentNames('lstm'));
      const dense = weigh(layers.dense({ units: 1 }), 'dense/kernel', 'dense/bias');
      return (ids) => {
        const [sequence, last] = recurrent.apply(vectors.apply(ids)) as Tfjs.SymbolicTensor[];
        return [sequence, dense.apply(last) as Tfjs.SymbolicTensor];
      };
    });
    expectClose(states[0], expected[0]);
    expectClose(logits, expected[1]);
    network.dispose();
  });
});

describe('additive-attention-bilstm', () => {
  it('is two bidirectional layers of tf.layers, then attention worked out in float64', async () => {
    const config = additiveAttentionBilstm.configure({ dimension: 7, units: 6, attentionUnits: 5 });
    const network = buildNetwork(additiveAttentionBilstm.plan(config, 3), VOCABULARY, 3);
    const { logits, states, attention } = outcome(network);
    const { layers } = full;
    const expected = await layersOutcome(network, (weigh) => {
      const embedding = layers.embedding({ inputDim: VOCABULARY, outputDim: 7, maskZero: true });
      const vectors = weigh(embedding, 'embedding/embeddings');
      const both = ['bilstm_1', 'bilstm_2'].map((name) => {
        const layer = layers.lstm({ units: 6, recurrentActivation: 'sigmoid', returnSequences: true });
        return weigh(layers.bidirectional({ layer, mergeMode: 'concat' }), ...bidirectionalNames(name));
      });
      return (ids) => {
        const first = both[0].apply(vectors.apply(ids)) as Tfjs.SymbolicTensor;
        return [first, both[1].apply(first) as Tfjs.SymbolicTensor];
      };
    });
    const joined = (layer: number): number[][][] =>
      states[2 * layer].map((row, b) => row.map((forward, t) => [...forward, ...states[2 * layer + 1][b][t]]));
    // Where a word is skipped, tf.layers hands on the state as well.
    expectClose(joined(0), expected[0]);
    expectClose(joined(1), expected[1]);

    const reference = (expected[1] as number[][][]).map((sequence, b) => attend(network, sequence, MASK[b]));
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

/** For architectures that count n-grams before they learn. */
const COUNTED = [...IDS, [3, 5, 2, 9, 4, 4, 8]].map((ids, i) => ({ ids: Int32Array.from(ids), label: i % 2 }));

/** For architectures that spell words. */
const TOKENS = ['', '', 'the', 'not', 'good', 'bad', 'a', 'film', 'plot', 'very'];

describe('every architecture', () => {
  const names = ARCHITECTURES.map(({ name }) => name);
  const tiny = (name: string, labels: number, seed: number): Network => {
    const architecture = architectureNamed(name);
    const config = architecture.configure(TINY_CONFIGURATIONS[name]);
    const counted =
      architecture.count?.(config, VOCABULARY, labels, COUNTED, TOKENS) ?? new Map<string, Float32Array>();
    return buildNetwork(architecture.plan(config, labels), VOCABULARY, { seed, counted });
  };

  it.each(names)('%s: seeds, outputs, what it says of itself', (name) => {
    const architecture = architectureNamed(name);
    const [one, same, other, five] = [tiny(name, 2, 1), tiny(name, 2, 1), tiny(name, 2, 2), tiny(name, 5, 1)];
    expect(outcome(one)).toEqual(outcome(same));
    expect(outcome(one)).not.toEqual(outcome(other));
    expect(outcome(one).logits[0].length).toBeLessThanOrEqual(2);
    expect(outcome(five).logits[0]).toHaveLength(5);
    expect(architecture.reads).toBe(one.reads);
    expect(architecture.attends).toBe(outcome(one).attention !== undefined);
    for (const network of [one, same, other, five]) network.dispose();
  });

  it.each(names)('%s: dropout repeats by its seed, and drops nothing when a model is used', (name) => {
    const network = tiny(name, 2, 1);
    const trained = (seed: number): number[][] =>
      tidy(() => {
        const embedded = network.embed(tensor2d(IDS, undefined, 'int32'));
        return network.forward(embedded, tensor2d(MASK), { seed }).logits.arraySync();
      });
    expect(trained(1)).toEqual(trained(1));
    expect(trained(1)).not.toEqual(trained(2));
    expect(outcome(network)).toEqual(outcome(network));
    network.dispose();
  });

  it.each(names)('%s: padding behind a text changes nothing', (name) => {
    const network = tiny(name, 3, 1);
    const text = [3, 5, 2, 9, 4, 4, 8];
    expectClose(outcome(network, [[...text, 0, 0, 0]]).logits, outcome(network, [text]).logits, 1e-6);
    network.dispose();
  });

  it.each(names)('%s: the gradient reaches every weight and every word', (name) => {
    const network = tiny(name, 3, 1);
    // Fresh weights are so small that some slopes would drown.
    tidy(() => network.weights.forEach((weight) => weight.assign(mul(weight, weight.rank === 2 ? 3 : 1))));
    const text = [3, 5, 2, 9, 4, 4, 8];
    const all = [...network.weights.values()];
    const ids = tensor2d([text], undefined, 'int32');
    const { value, grads } = variableGrads(() => {
      const { logits } = network.forward(network.embed(ids), onesLike(cast(ids, 'float32')));
      return network.loss(logits, tensor1d([1], 'int32'));
    }, all);
    for (const [weight, { name: key, trainable }] of network.weights) {
      if (!trainable) continue;
      const gradient = grads[key].dataSync();
      // A bias of all scores alike changes no share of attention.
      if (weight === 'attention/V/bias') continue;
      expect([weight, gradient.some((slope) => Math.abs(slope) > 1e-7)]).toEqual([weight, true]);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
    const embeddings = network.weights.get('embedding/embeddings');
    const rows = embeddings ? (grads[embeddings.name].arraySync() as number[][]) : [];
    if (embeddings) for (const id of text) expect([id, rows[id].some((slope) => slope !== 0)]).toEqual([id, true]);
    dispose([ids, value, ...Object.values(grads)]);
    network.dispose();
  });

  it.each(names)('%s: every weight stands in one row of the table, and every row has the shape it says', (name) => {
    const architecture = architectureNamed(name);
    const config = architecture.configure(TINY_CONFIGURATIONS[name]);
    const network = tiny(name, 3, 1);
    const rows = architecture.layers(config, 3);
    const owners = (weight: string) => rows.filter((row) => ownsWeight(row, weight));
    for (const [weight, { trainable }] of network.weights) {
      expect([weight, owners(weight).length]).toEqual([weight, 1]);
      expect(owners(weight)[0].trained ?? true).toBe(trainable);
    }
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    expect(rows.at(-1)!.output).toEqual([null, 3]);
    // As wide as the vectors that it multiplies or adds.
    for (const { kind, name: layer, output } of rows) {
      const bias = network.weights.get(`${layer}/bias`) ?? network.weights.get(`${layer}/forward/bias`);
      if (!bias || layer === 'attention') continue;
      const gates = kind.includes('LSTM') ? 4 : kind.includes('GRU') ? 3 : 1;
      expect([layer, output.at(-1)]).toEqual([layer, (bias.size / gates) * (kind.startsWith('Bidirectional') ? 2 : 1)]);
    }
    network.dispose();
  });

  it.each(names.filter((name) => architectureNamed(name).encoder))('%s: its int16 encoder reads as it does', (name) => {
    const architecture = architectureNamed(name);
    const config = architecture.configure({ ...TINY_CONFIGURATIONS[name], units: 16, dimension: 12 });
    const network = buildNetwork(architecture.plan(config, 3), VOCABULARY, 1);
    tidy(() => network.weights.forEach((weight) => weight.assign(mul(weight, weight.rank === 2 ? 3 : 1))));
    const values = new Map([...network.weights].map(([key, weight]) => [key, weight.dataSync() as Float32Array]));
    const quick = int16Forward(architecture.encoder!(config, VOCABULARY, 3, weightReaderOf(values))).forward;
    // With weights three times as large nothing in a simple network forgets: what is rounded grows from word to word.
    const tolerance = name === 'simple-rnn' ? 5e-3 : 2e-3;
    for (const [row, ids] of IDS.entries()) {
      const mask = Float32Array.from(MASK[row]);
      const [a, b] = [quick(Int32Array.from(ids), mask), float32Forward(network)(Int32Array.from(ids), mask)];
      expectClose([...a.logits], [...b.logits], tolerance);
      expect(a.recurrent).toEqual(b.recurrent);
      for (const { layer, direction } of b.recurrent) {
        expectClose([...a.states(layer, direction)], [...b.states(layer, direction)], tolerance);
      }
      if (b.attention) expectClose([...a.attention!], [...b.attention], 1e-3);
    }
    network.dispose();
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
