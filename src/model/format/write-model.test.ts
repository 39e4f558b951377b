import { describe, expect, it } from 'vitest';
import { readWeights } from './read-weights';
import type { Manifest } from './manifest';
import { concatenate } from '../../shared/concatenate';
import { cutShards } from './shards';
import { restoreAll } from './stored-weight';
import { writeModel } from './write-model';

const card = {
  name: 'x',
  language: 'en',
  architecture: 'a',
  labels: ['bad', 'good'],
  standardisation: 'word',
  defaultMethod: 'm',
  trainedOn: [],
  rows: { train: 0, validation: 0, test: 0 },
  length: 1,
  measured: [],
  changes: [],
  notFor: [],
  licence: [],
  options: {},
  history: [],
} as const;

describe('shards', () => {
  it('are cut at 4 MB and joined again', () => {
    const bytes = Uint8Array.from({ length: 9 * 1024 * 1024 }, (_, i) => i % 251);
    const shards = cutShards(bytes);
    expect([...shards].map(([name, { length }]) => [name, length])).toEqual([
      ['group1-shard1of3.bin', 4194304],
      ['group1-shard2of3.bin', 4194304],
      ['group1-shard3of3.bin', 1048576],
    ]);
    // `toEqual` takes minutes over so many numbers.
    expect(Buffer.compare(concatenate([...shards.values()]), bytes)).toBe(0);
  });

  it('may be cut in the midst of a number', async () => {
    const values = Float32Array.from({ length: 1_100_000 }, (_, i) => Math.sin(i));
    const weights = new Map([
      ['odd', { shape: [3], values: Float32Array.of(1, -1, 0.5) }],
      ['large', { shape: [1100, 1000], values }],
    ]);
    const files = await writeModel({
      card: {
        ...card,
        labels: [...card.labels],
        trainedOn: [],
        measured: [],
        changes: [],
        notFor: [],
        licence: [],
        history: [],
      },
      config: { units: 3 },
      vocabulary: 'a\n',
      weights,
      storage: (name) => (name === 'odd' ? 'uint8' : 'float32'),
    });
    const manifest = JSON.parse(new TextDecoder().decode(files.get('model.json'))) as Manifest;
    expect(manifest.weightsManifest[0].paths).toHaveLength(2);
    const read = restoreAll(await readWeights('x', manifest, {}, (path) => Promise.resolve(files.get(path)!)));
    expect(Buffer.compare(new Uint8Array(read.get('large')!.buffer), new Uint8Array(values.buffer))).toBe(0);
    expect(read.get('odd')![1]).toBeCloseTo(-1, 2);
  });
});
