import type * as Tfjs from '@tensorflow/tfjs';
import { buildNetwork } from '../network/build-network';
import { memory, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Network } from '../network/network';
import { startTestBackend } from '../testing/backend';
import { sepcnn } from './sepcnn';
import { expectClose, full, layersOutcome, outcome, valuesOf, VOCABULARY } from './testing';
import { textcnn } from './textcnn';

beforeAll(startTestBackend);

const TEXT = [3, 5, 2, 9, 4, 4, 8];

describe('textcnn', () => {
  const network = (): Network => {
    const built = buildNetwork(textcnn.plan(textcnn.configure({ dimension: 7, filters: 6 }), 3), VOCABULARY, 3);
    // What stands behind a text is nothing; the oracle knows it as word 0.
    const table = valuesOf(built, 'embedding/embeddings') as number[][];
    built.weights.get('embedding/embeddings')!.assign(tensor2d([Array(7).fill(0), ...table.slice(1)]));
    // A bias above zero would let a window of mere padding win.
    for (const at of [1, 2, 3])
      built.weights.get(`conv1d_${at}/bias`)!.assign(tensor1d([0.1, -0.1, 0.2, 0, 0.3, -0.2]));
    return built;
  };

  it('is convolutions of three widths of tf.layers over the text and the zeros behind it, then the largest values', async () => {
    const built = network();
    const { layers } = full;
    const run = (ids: number[], width: number) =>
      layersOutcome(
        built,
        (weigh) => {
          const vectors = weigh(layers.embedding({ inputDim: VOCABULARY, outputDim: 7 }), 'embedding/embeddings');
          const options = { filters: 6, kernelSize: width, activation: 'relu', padding: 'valid' } as const;
          const name = `conv1d_${width - 2}`;
          const windows = weigh(layers.conv1d(options), `${name}/kernel`, `${name}/bias`);
          const largest = layers.globalMaxPooling1d();
          return (x) => [largest.apply(windows.apply(vectors.apply(x))) as Tfjs.SymbolicTensor];
        },
        [[...ids, ...(Array(width - 1).fill(0) as number[])]],
      );
    for (const ids of [TEXT, [3, 5], [9]]) {
      const features: number[] = [];
      for (const width of [3, 4, 5]) features.push(...((await run(ids, width)) as number[][][])[0][0]);
      const kernel = valuesOf(built, 'dense/kernel') as number[][];
      const logits = [0, 1, 2].map((label) => features.reduce((sum, x, i) => sum + x * kernel[i][label], 0));
      expectClose(outcome(built, [ids]).logits[0], logits);
    }
    built.dispose();
  });

  it('reads a text with skipped words as the text without them', () => {
    const built = network();
    const holes = [[3, 0, 5, 0, 2, 9, 0, 4, 4, 8, 0]];
    expectClose(outcome(built, holes).logits, outcome(built, [TEXT]).logits, 1e-6);
    built.dispose();
  });
});

describe('sepcnn', () => {
  const config = sepcnn.configure({ dimension: 7, filters: [6, 5] });

  /** One text through the network in plain float64 loops. */
  function reference(network: Network, ids: readonly number[]): number[] {
    const table = valuesOf(network, 'embedding/embeddings') as number[][];
    const convolve = (x: readonly number[][], name: string): number[][] => {
      const depthwise = valuesOf(network, `${name}/depthwise_kernel`) as number[][];
      const pointwise = valuesOf(network, `${name}/pointwise_kernel`) as number[][];
      const bias = valuesOf(network, `${name}/bias`) as number[];
      return x.map((_, t) => {
        const mixed = x[0].map((__, c) =>
          depthwise.reduce((sum, tap, j) => sum + tap[c] * (x[t + j - 1]?.[c] ?? 0), 0),
        );
        return bias.map((b, f) =>
          Math.max(
            0,
            mixed.reduce((sum, value, c) => sum + value * pointwise[c][f], b),
          ),
        );
      });
    };
    const pool = (x: readonly number[][]): number[][] =>
      Array.from({ length: Math.ceil(x.length / 3) }, (_, i) => {
        const window = x.slice(3 * i, 3 * i + 3);
        return window[0].map((__, c) => Math.max(...window.map((row) => row[c])));
      });
    let x = ids.map((id) => table[id]);
    for (const at of [1, 2]) x = convolve(x, `separable_conv1d_${at}`);
    x = pool(x);
    for (const at of [3, 4]) x = convolve(x, `separable_conv1d_${at}`);
    const mean = x[0].map((_, c) => x.reduce((sum, row) => sum + row[c], 0) / x.length);
    const kernel = valuesOf(network, 'dense/kernel') as number[][];
    return (valuesOf(network, 'dense/bias') as number[]).map((b, label) =>
      mean.reduce((sum, value, c) => sum + value * kernel[c][label], b),
    );
  }

  it('is its layers worked out in float64, for texts of every length, alone and padded', () => {
    const network = buildNetwork(sepcnn.plan(config, 3), VOCABULARY, 3);
    const texts = Array.from({ length: 11 }, (_, i) => Array.from({ length: i + 1 }, (__, t) => 1 + ((7 * t + i) % 9)));
    for (const ids of texts) {
      expectClose(outcome(network, [ids]).logits[0], reference(network, ids));
      expectClose(outcome(network, [[...ids, 0, 0, 0, 0]]).logits[0], reference(network, ids));
    }
    network.dispose();
  });

  it('reads a text with skipped words as the text without them', () => {
    const network = buildNetwork(sepcnn.plan(config, 2), VOCABULARY, 3);
    expectClose(outcome(network, [[0, 3, 0, 5, 2, 9, 0, 4, 4, 8]]).logits, outcome(network, [TEXT]).logits, 1e-6);
    network.dispose();
  });

  it('leaves no tensor behind', () => {
    const network = buildNetwork(sepcnn.plan(config, 2), VOCABULARY, 3);
    outcome(network, [TEXT]);
    const before = memory().numTensors;
    outcome(network, [TEXT]);
    expect(memory().numTensors).toBe(before);
    network.dispose();
  });
});
