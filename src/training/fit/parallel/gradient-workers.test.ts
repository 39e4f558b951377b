import { memory, randomUniform, tensor, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { buildNetwork } from '../../../model/network/build-network';
import { beforeAll, describe, expect, it } from 'vitest';
import { architectureNamed } from '../../../model/architectures/registry';
import type { Network } from '../../../model/network/network';
import { SaliencyError } from '../../../shared/saliency-error';
import { seededRandom } from '../../../shared/random';
import { startTestBackend } from '../../../model/testing/backend';
import { TINY_CONFIGURATIONS } from '../../../model/testing/tiny-configurations';
import type { CheckpointStorage } from '../checkpoint';
import { fit, type FitRequest } from '../fit';
import { FIT_DEFAULTS } from '../fit-options';
import type { Sample } from '../sample';
import { valuesOf } from '../values';
import { gradientWorkerEnded } from './gradient-worker';
import { packGradients, sumGradients } from './packed-gradients';
import { GradientWorkers } from './gradient-workers';
import { ServedGradientWorker } from './serve-gradient-worker';
import { gradientWorkerHere } from './testing';

const WORDS = 1500;

/** Texts of different lengths; the label is whether the first word is even. Some have a target. */
function texts(count: number, seed: number, share: number): Sample[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const ids = Int32Array.from({ length: 1 + Math.floor(random() * 9) }, () => 2 + Math.floor(random() * (WORDS - 2)));
    const label = ids[0] % 2;
    return { ids, label, ...(random() < share && { target: label ? [0.2, 0.8] : [0.7, 0.3] }) };
  });
}

/** Architectures with dropout of states, with dropout of word features and without; convolutions also see the padding. */
const ARCHITECTURES = ['state-distance-lstm', 'additive-attention-bilstm', 'sepcnn'];

interface Ran {
  readonly weights: Map<string, Float32Array>;
  readonly state: unknown;
}

const plan = (architecture: string): ConstructorParameters<typeof GradientWorkers>[1] => ({
  architecture,
  config: { ...architectureNamed(architecture).configure(TINY_CONFIGURATIONS[architecture]) },
  vocabularySize: WORDS,
  labels: 2,
});

function network(architecture: string): Network {
  const { config, vocabularySize, labels } = plan(architecture);
  return buildNetwork(architectureNamed(architecture).plan(config, labels), vocabularySize, 5);
}

async function train(architecture: string, threads: number, extra: Partial<FitRequest> = {}): Promise<Ran> {
  const others = Array.from({ length: threads - 1 }, () => gradientWorkerHere());
  const gradientWorkers = threads > 1 ? new GradientWorkers(others, plan(architecture)) : undefined;
  const here = network(architecture);
  const options = {
    ...FIT_DEFAULTS,
    batchSize: 16,
    learningRate: 3e-3,
    epochs: 2,
    patience: 0,
    clip: 0.5,
    weightDecay: 0.01,
    wordDropout: 0.1,
  };
  try {
    const request = { network: here, train: texts(71, 1, 0.9), validation: texts(20, 2, 0), options, unknownId: 1 };
    const state = await fit({ ...request, gradientWorkers, ...extra });
    return { weights: valuesOf(here.weights), state };
  } finally {
    await gradientWorkers?.close();
    here.dispose();
  }
}

const farthest = (a: Ran, b: Ran): number =>
  [...a.weights].reduce(
    (most, [name, values]) => values.reduce((m, v, i) => Math.max(m, Math.abs(v - b.weights.get(name)![i])), most),
    0,
  );

function inMemory(): CheckpointStorage {
  let kept: Buffer | undefined;
  return { load: () => Promise.resolve(kept), save: (bytes) => Promise.resolve(void (kept = Buffer.from(bytes))) };
}

/** A short training whose batches are shared with other workers. */
const oneEpoch = (here: Network, gradientWorkers: GradientWorkers) => ({
  ...{ network: here, train: texts(40, 1, 0), validation: texts(9, 2, 0), unknownId: 1, gradientWorkers },
  options: { ...FIT_DEFAULTS, batchSize: 16, epochs: 1 },
});

beforeAll(startTestBackend);

describe.each(ARCHITECTURES)('training %s on several threads', (architecture) => {
  it('gives the model of one thread up to rounding, and the same bytes every time', async () => {
    const [one, two, again, three] = [
      await train(architecture, 1),
      await train(architecture, 2),
      await train(architecture, 2),
      await train(architecture, 3),
    ];
    expect(two).toEqual(again);
    expect(farthest(one, two)).toBeLessThan(2e-4);
    expect(farthest(one, three)).toBeLessThan(2e-4);
    expect(farthest(one, await train(architecture, 1, { train: texts(71, 3, 0.9) }))).toBeGreaterThan(1e-3);
  });

  it('ends with the same bytes when it is killed and started again', async () => {
    const storage = inMemory();
    let steps = 0;
    const onProgress = (): void => {
      if (++steps === 7) throw new Error('killed');
    };
    const once = { storage, checkpointMinutes: 0 };
    await expect(train(architecture, 2, { ...once, onProgress })).rejects.toThrow('killed');
    expect(await train(architecture, 2, once)).toEqual(await train(architecture, 2));
  });

  it('leaves no tensors behind', async () => {
    const before = memory().numTensors;
    await train(architecture, 3);
    expect(memory().numTensors).toBe(before);
  });
});

describe('GradientWorkers', () => {
  it('hold the weights of this thread, bit for bit', async () => {
    const architecture = 'additive-attention-bilstm';
    const other = gradientWorkerHere();
    const gradientWorkers = new GradientWorkers([other], plan(architecture));
    const here = network(architecture);
    let seen = 0;
    const onProgress = (): void => {
      const there = (other.served as unknown as { network: Network }).network;
      expect(valuesOf(there.weights)).toEqual(valuesOf(here.weights));
      seen++;
    };
    await fit({ ...oneEpoch(here, gradientWorkers), onProgress });
    expect(seen).toBe(4);
    await gradientWorkers.close();
    here.dispose();
  });

  it('report why they failed', async () => {
    const empty = { weights: new Map(), m: new Map(), v: new Map() };
    const loading = (served: ServedGradientWorker): Promise<void> =>
      new GradientWorkers([{ ...gradientWorkerHere(), gradientWorker: served }], plan('state-distance-lstm')).load(
        empty,
      );
    const broken = new ServedGradientWorker();
    broken.load = () => Promise.reject(new SaliencyError('No memory.', 'partner-failed'));
    await expect(loading(broken)).rejects.toThrow('No memory.');
    broken.load = () => Promise.reject(gradientWorkerEnded('It ended with exit status 1.'));
    await expect(loading(broken)).rejects.toThrow(
      'A thread of the training ended: It ended with exit status 1. Start the training again to continue.',
    );
    const adam = { learningRate: 1, step: 1, weightDecay: 0 };
    await expect(gradientWorkerHere().gradientWorker.step([], 0, adam)).rejects.toMatchObject({
      code: 'partner-failed',
      message: expect.stringContaining('weights first') as string,
    });
  });

  it('that fail at a step say so with the next batch', async () => {
    const architecture = 'state-distance-lstm';
    const other = gradientWorkerHere();
    other.served.step = () => Promise.reject(new Error('No memory for the step.'));
    const gradientWorkers = new GradientWorkers([other], plan(architecture));
    const here = network(architecture);
    const training = fit(oneEpoch(here, gradientWorkers));
    await expect(training).rejects.toMatchObject({ code: 'partner-failed', message: 'No memory for the step.' });
    await gradientWorkers.close();
    here.dispose();
  });
});

describe('packed gradients', () => {
  it('of a large table have the rows that are not zero, and add up to the whole', () => {
    const rows = [3, 700, 1999];
    const values = new Float32Array(2000 * 7);
    for (const row of rows) values[row * 7 + 6] = row;
    const packed = packGradients(
      new Map<string, Tensor | undefined>([
        ['table', tensor(values, [2000, 7])],
        ['none', undefined],
      ]),
    );
    expect(packed).toHaveLength(1);
    expect(packed[0]).toMatchObject({ name: 'table', rows: Int32Array.from(rows) });
    expect(packed[0].values).toHaveLength(21);
    const sum = sumGradients([packed, [], packed]).get('table')!;
    expect(sum.dataSync()).toEqual(values.map((value) => 2 * value));
  });
  it('of a table that the loss does not depend on', () => {
    const [packed] = packGradients(new Map([['table', zeros([1024, 3])]]));
    expect(packed.rows).toHaveLength(0);
    expect(
      sumGradients([[packed]])
        .get('table')!
        .dataSync()
        .every((v) => v === 0),
    ).toBe(true);
  });
  it('of small weights have all rows', () => {
    const gradients = new Map([['kernel', randomUniform([5, 3])]]);
    const packed = packGradients(gradients);
    expect(packed[0].rows).toBeUndefined();
    expect(sumGradients([packed]).get('kernel')!.dataSync()).toEqual(gradients.get('kernel')!.dataSync());
  });
});
