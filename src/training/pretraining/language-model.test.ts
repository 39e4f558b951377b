import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { architectureNamed } from '../../model/architectures/registry';
import { buildNetwork } from '../../model/network/build-network';
import type { Network } from '../../model/network/network';
import { seededRandom } from '../../shared/random';
import { startTestBackend } from '../../model/testing/backend';
import { Vocabulary } from '../../text/vocabulary';
import type { CheckpointStorage } from '../fit/checkpoint';
import { pretrain } from './language-model';
import { pretrainOrReuse } from './pretraining';
import { valuesOf } from '../fit/values';
import { WordSampler } from './word-sampler';

beforeAll(startTestBackend);

const WORDS = 'a b c d e f g h i j'.split(' ');
const options = { epochs: 8, batchSize: 16, learningRate: 0.03, seed: 1, negatives: 20, clip: 5 };

/** Ten words in a ring: each is followed by the next one or, rarely, by a random one. */
function rings(count: number, first: number): Int32Array[] {
  const random = seededRandom(1);
  const any = (): number => Math.floor(random() * WORDS.length);
  return Array.from({ length: count }, () => {
    let word = any();
    return Int32Array.from({ length: 8 }, () => first + (word = random() < 0.05 ? any() : (word + 1) % WORDS.length));
  });
}

function small(name: string, size: number, seed = 1): Network {
  const { plan, configure } = architectureNamed(name);
  return buildNetwork(plan(configure({ dimension: 8, units: 16 }), 2), size, seed);
}

describe.each(['state-distance-lstm', 'additive-attention-bilstm'])('%s learns from unlabelled texts', (name) => {
  it('which word comes next, and leaves no tensor behind', () => {
    const network = small(name, 12);
    const before = memory().numTensors;
    const first = valuesOf(network.weights);
    const losses: number[] = [];
    pretrain({
      network,
      texts: rings(160, 2),
      vocabularySize: 12,
      options,
      onProgress: ({ batch, batches, loss }) => void (batch === batches && losses.push(loss)),
    });
    const directions = name === 'state-distance-lstm' ? 1 : 2;
    expect(losses[0]).toBeGreaterThan(1.5 * directions);
    // The right word is also among the drawn ones, about twice, so the smallest possible loss is ln 3.
    expect(losses[7]).toBeLessThan(losses[0] / 1.8);
    const last = valuesOf(network.weights);
    expect(last.get('dense/kernel')).toEqual(first.get('dense/kernel'));
    expect(last.get('embedding/embeddings')).not.toEqual(first.get('embedding/embeddings'));
    expect(memory().numTensors).toBe(before);
    network.dispose();
  });
});

describe('the result of pre-training', () => {
  const texts = rings(40, 0).map((ring) => [...ring].map((word) => WORDS[word]));
  const vocabulary = new Vocabulary(WORDS, true);

  it('is stored, and used again by a run with the same texts and options but by no other', async () => {
    // A Buffer, as files are read in Node.
    let kept: Buffer | undefined;
    const storage: CheckpointStorage = {
      load: () => Promise.resolve(kept),
      save: (bytes) => Promise.resolve(void (kept = Buffer.from(bytes))),
    };
    const steps: number[] = [];
    const learn = async (overrides: object): Promise<Map<string, Float32Array>> => {
      const network = small('state-distance-lstm', vocabulary.size);
      const onProgress = (): void => void steps.push(1);
      const request = { network, vocabulary, texts, length: 100, cut: 'first', options, storage, onProgress } as const;
      await pretrainOrReuse({ ...request, ...overrides });
      const values = valuesOf(network.weights);
      network.dispose();
      return values;
    };
    const once = await learn({});
    const count = steps.length;
    expect(await learn({})).toEqual(once);
    expect(steps).toHaveLength(count);
    expect(await learn({ storage: undefined })).toEqual(once);
    expect(steps).toHaveLength(2 * count);
    expect(await learn({ texts: texts.slice(1) })).not.toEqual(once);
  });
});

describe('drawn words', () => {
  it('follow the 0.75th power of their frequency', () => {
    const ids = Int32Array.from({ length: 97 }, (_, i) => (i < 81 ? 1 : 2));
    const sampler = new WordSampler([ids], 5);
    const drawn = sampler.draw(20_000, seededRandom(1));
    const share = drawn.filter((id) => id === 1).length / drawn.length;
    expect(share).toBeCloseTo(27 / (27 + 8), 1);
    expect(drawn.every((id) => id === 1 || id === 2)).toBe(true);
    expect(sampler.logExpected(2, 35)).toBeCloseTo(Math.log(8));
  });
});
