import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from '../../model/testing/backend';
import { architectureNamed } from '../../model/architectures/registry';
import { buildNetwork } from '../../model/network/build-network';
import type { Network } from '../../model/network/network';
import type { CheckpointStorage } from './checkpoint';
import { fit } from './fit';
import { FIT_DEFAULTS, type FitOptions } from './fit-options';
import { predictAll } from '../evaluation/predict';
import type { Sample } from './sample';
import { samplesOf, WORDS } from '../testing/tasks';
import { valuesOf } from './values';

function small(architecture: string): Network {
  const { configure, plan } = architectureNamed(architecture);
  return buildNetwork(plan(configure({ dimension: 8, units: 16 }), 2), WORDS, 5);
}

function accuracy(network: Network, samples: readonly Sample[]): number {
  const predictions = predictAll(network, samples);
  return predictions.filter(({ label }, i) => label === samples[i].label).length / samples.length;
}

const options: FitOptions = { ...FIT_DEFAULTS, batchSize: 32, learningRate: 0.01, epochs: 25, patience: 0 };

beforeAll(startTestBackend);

describe.each(['state-distance-lstm', 'additive-attention-bilstm'])('%s', (architecture) => {
  it('ends with the same weights, bit for bit, when it is killed and started again', async () => {
    const [train, validation] = [samplesOf('negation', 150, 1), samplesOf('negation', 40, 2)];
    const run = {
      ...options,
      epochs: 3,
      plateau: 1,
      clip: 0.5,
      wordDropout: 0.1,
      weightDecay: 0.01,
      labelSmoothing: 0.1,
      towardsStart: 0.2,
    };
    const [whole, killed, resumed] = [small(architecture), small(architecture), small(architecture)];
    const request = {
      train,
      validation,
      options: run,
      unknownId: 1,
      clauseEnds: new Set([7, 8]),
      fingerprint: 'a',
      checkpointMinutes: 0,
    };
    const undisturbed = await fit({ ...request, network: whole });

    const storage = inMemory();
    let steps = 0;
    const kill = (): void => {
      if (++steps === 8) throw new Error('killed');
    };
    await expect(fit({ ...request, network: killed, storage, onProgress: kill })).rejects.toThrow('killed');
    const state = await fit({ ...request, network: resumed, storage });
    expect(state).toEqual(undisturbed);
    expect(valuesOf(resumed.weights)).toEqual(valuesOf(whole.weights));
    expect(steps).toBe(8);
    for (const network of [whole, killed, resumed]) network.dispose();
  });
});

function inMemory(): CheckpointStorage {
  // A Buffer, as files are read in Node: its `slice` does not copy.
  let kept: Buffer | undefined;
  return { load: () => Promise.resolve(kept), save: (bytes) => Promise.resolve(void (kept = Buffer.from(bytes))) };
}

describe('fit', () => {
  const [train, validation] = [samplesOf('order', 200, 1), samplesOf('order', 60, 2)];
  const request = { train, validation, unknownId: 1 };

  it('keeps the weights of the best epoch and stops when none is better', async () => {
    const network = small('state-distance-lstm');
    const records: number[] = [];
    // A learning rate at which training first improves and then diverges.
    const state = await fit({
      ...request,
      network,
      options: { ...options, learningRate: 0.03, epochs: 40, patience: 3 },
      onProgress: ({ epoch }) => epoch && records.push(epoch.validationAccuracy),
    });
    expect(state.history.map(({ validationAccuracy }) => validationAccuracy)).toEqual(records);
    expect(state.epoch === 40 || state.epoch === state.bestEpoch + 3).toBe(true);
    expect(accuracy(network, validation)).toBe(Math.max(...records));
    expect(accuracy(network, validation)).toBe(records[state.bestEpoch - 1]);
    network.dispose();
  });

  it('keeps weights between those of the start and those that it learnt, which learn on as they are', async () => {
    const [plain, between] = [small('state-distance-lstm'), small('state-distance-lstm')];
    const start = valuesOf(plain.weights);
    const short = { ...options, epochs: 2, monitor: 'score' } as const;
    let epochs = 0;
    const score = () => ({ mean: ++epochs, bySource: {} });
    await fit({ ...request, network: plain, options: short, score });
    await fit({ ...request, network: between, options: { ...short, towardsStart: 0.25 }, score });
    const learnt = valuesOf(plain.weights);
    for (const [name, kept] of valuesOf(between.weights)) {
      const expected = learnt.get(name)!.map((value, i) => value + 0.25 * (start.get(name)![i] - value));
      expect(kept).toEqual(expected);
      expect(kept.some((value, i) => value !== start.get(name)![i])).toBe(true);
    }
    plain.dispose();
    between.dispose();
  });

  it('leaves no tensor behind', async () => {
    const before = memory().numTensors;
    const network = small('additive-attention-bilstm');
    const weights = memory().numTensors;
    await fit({
      ...request,
      network,
      options: { ...options, epochs: 1, clip: 1e-3, averaging: 0.9, towardsStart: 0.5 },
      storage: inMemory(),
    });
    expect(memory().numTensors).toBe(weights);
    network.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('reports a loss that is not a number, and a run without validation rows', async () => {
    const before = memory().numTensors;
    const network = small('state-distance-lstm');
    const wild = { ...options, learningRate: 1e38 };
    await expect(fit({ ...request, network, options: wild })).rejects.toThrow(/lower --learning-rate/);
    await expect(fit({ ...request, network, options, validation: [] })).rejects.toThrow(/needs validation rows/);
    network.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('refuses the checkpoint of another run, and a damaged one', async () => {
    const storage = inMemory();
    const network = small('state-distance-lstm');
    const short = { ...options, epochs: 1 };
    await fit({ ...request, network, options: short, storage, fingerprint: 'a' });
    await expect(fit({ ...request, network, options: short, storage, fingerprint: 'b' })).rejects.toThrow(/other rows/);
    await storage.save(Uint8Array.of(200, 0, 0, 0, 1));
    await expect(fit({ ...request, network, options: short, storage, fingerprint: 'a' })).rejects.toThrow(/damaged/);
    network.dispose();
  });
});
