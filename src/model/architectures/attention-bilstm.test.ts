import type * as Tfjs from '@tensorflow/tfjs';
import { buildNetwork } from '../network/build-network';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from '../testing/backend';
import {
  bidirectionalNames,
  expectClose,
  full,
  IDS,
  layersOutcome,
  MASK,
  outcome,
  valuesOf,
  VOCABULARY,
} from './testing';
import type { Network } from '../network/network';
import { attentionBilstm } from './attention-bilstm';

beforeAll(startTestBackend);

/** The attention of one text in plain loops: `sequence` `[time, 2 · units]`. */
function attend(network: Network, sequence: number[][], mask: number[]): { shares: number[]; logits: number[] } {
  const kernel = valuesOf(network, 'attention/kernel') as number[][];
  const bias = valuesOf(network, 'attention/bias') as number[];
  const score = network.weights.has('attention/score') ? (valuesOf(network, 'attention/score') as number[][]) : [[1]];
  const powers = sequence.map((state, t) => {
    const hidden = bias.map((b, j) => Math.tanh(state.reduce((sum, h, i) => sum + h * kernel[i][j], b)));
    return mask[t] * Math.exp(hidden.reduce((sum, z, j) => sum + z * score[j][0], 0));
  });
  const total = powers.reduce((sum, power) => sum + power, 0);
  const shares = powers.map((power) => power / total);
  const context = sequence[0].map((_, j) => shares.reduce((sum, share, t) => sum + share * sequence[t][j], 0));
  const output = valuesOf(network, 'dense/kernel') as number[][];
  const logits = (valuesOf(network, 'dense/bias') as number[]).map((b, j) =>
    context.reduce((sum, x, i) => sum + x * output[i][j], b),
  );
  return { shares, logits };
}

describe('attention-bilstm', () => {
  it.each([
    { layers: 1, attentionUnits: 1 },
    { layers: 2, attentionUnits: 5 },
  ])('is the bidirectional layers of tf.layers, then attention worked out in float64: %o', async (shape) => {
    const config = attentionBilstm.configure({ dimension: 7, units: 6, ...shape });
    const network = buildNetwork(attentionBilstm.plan(config, 3), VOCABULARY, 3);
    const { logits, states, attention } = outcome(network);
    const { layers } = full;
    const expected = (await layersOutcome(network, (weigh) => {
      const embedding = layers.embedding({ inputDim: VOCABULARY, outputDim: 7, maskZero: true });
      const vectors = weigh(embedding, 'embedding/embeddings');
      const all = Array.from({ length: shape.layers }, (_, i) => {
        const layer = layers.lstm({ units: 6, recurrentActivation: 'sigmoid', returnSequences: true });
        return weigh(layers.bidirectional({ layer, mergeMode: 'concat' }), ...bidirectionalNames(`bilstm_${i + 1}`));
      });
      return (ids) => {
        const outputs: Tfjs.SymbolicTensor[] = [];
        for (const layer of all) outputs.push(layer.apply(outputs.at(-1) ?? vectors.apply(ids)) as Tfjs.SymbolicTensor);
        return outputs;
      };
    })) as number[][][][];
    expected.forEach((sequences, layer) => {
      const joined = states[2 * layer].map((row, b) =>
        row.map((forward, t) => [...forward, ...states[2 * layer + 1][b][t]]),
      );
      expectClose(joined, sequences);
    });
    const reference = expected.at(-1)!.map((sequence, b) => attend(network, sequence, MASK[b]));
    expectClose(
      attention,
      reference.map(({ shares }) => shares),
    );
    expectClose(
      logits,
      reference.map(({ logits: of }) => of),
    );
    for (const [b, row] of attention!.entries()) row.forEach((share, t) => expect(share > 0).toBe(IDS[b][t] !== 0));
    network.dispose();
  });

  it('is published with one scalar bias, so that it reads texts of any length', () => {
    const network = buildNetwork(attentionBilstm.plan(attentionBilstm.configure({}), 3), VOCABULARY, 3);
    const shapes = Object.fromEntries([...network.weights].map(([name, { shape }]) => [name, shape]));
    expect(shapes).toMatchObject({
      'embedding/embeddings': [VOCABULARY, 50],
      'bilstm_1/forward/recurrent_kernel': [128, 512],
      'attention/kernel': [256, 1],
      'attention/bias': [1],
      'dense/kernel': [256, 3],
    });
    expect(shapes).not.toHaveProperty('attention/score');
    const long = Array.from({ length: 500 }, (_, i) => 1 + (i % 9));
    expect(outcome(network, [long]).attention![0]).toHaveLength(500);
    network.dispose();
  });

  it('takes one or two layers and no more', () => {
    expect(() => attentionBilstm.configure({ layers: 3 })).toThrow(/"layers"/);
  });
});
