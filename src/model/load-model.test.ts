import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from './testing/backend';
import { segmentSpaced } from '../text/spaced';
import { verifyModel } from './testing/verify-model';
import { loadWholeModel, networkOf } from './network/load-whole-model';
import { TINY_EN, tinyModel } from './testing/tiny-models';

const utf8 = new TextEncoder();
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** A tiny model of three words. */
const tinyModelFiles = (architecture: string): Promise<Map<string, Uint8Array>> => {
  return tinyModel({ ...TINY_EN, architecture, words: ['good', 'bad', 'not'], config: { dimension: 8 } });
};

/** Reads those files as if from a folder. */
const readerOf =
  (files: ReadonlyMap<string, Uint8Array>) =>
  (path: string): Promise<Uint8Array> => {
    const bytes = files.get(path);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no such file: ${path}`));
  };

const SHARD = 'group1-shard1of1.bin';

beforeAll(startTestBackend);

describe('a model on disk', () => {
  it.each(['state-distance-lstm', 'additive-attention-bilstm'])('is the same model after writing: %s', async (name) => {
    const before = memory().numTensors;
    const files = await tinyModelFiles(name);
    expect(memory().numTensors).toBe(before);
    const model = await loadWholeModel('tiny', readerOf(files));
    expect([...networkOf(model).weights.keys()][0]).toBe('embedding/embeddings');
    expect(model.labels).toEqual(['negative', 'positive']);
    model.dispose();
    expect(memory().numTensors).toBe(before);
    expect(await tinyModelFiles(name)).toEqual(files);
  });

  it('knows its words; unknown ones are skipped or have an id of their own', async () => {
    const words = segmentSpaced('Not GOOD, zebra');
    const masking = await loadWholeModel('tiny', readerOf(await tinyModelFiles('state-distance-lstm')));
    expect(masking.encode(words)).toEqual({
      ids: Int32Array.of(3, 1, 0, 0),
      mask: Float32Array.of(1, 1, 0, 0),
      known: [true, true, false, false],
      composed: [false, false, false, false],
    });
    const reading = await loadWholeModel('tiny', readerOf(await tinyModelFiles('additive-attention-bilstm')));
    expect(reading.encode(words)).toEqual({
      ids: Int32Array.of(4, 2, 1, 1),
      mask: Float32Array.of(1, 1, 1, 1),
      known: [true, true, false, false],
      composed: [false, false, false, false],
    });
    masking.dispose();
    reading.dispose();
  });
});

describe('a vocabulary that several models have in common', () => {
  /** As `scripts/train/share-vocabularies.mjs` leaves it. */
  async function sharing(): Promise<Map<string, Uint8Array>> {
    const files = await tinyModelFiles('state-distance-lstm');
    const manifest = JSON.parse(text(files.get('model.json'))) as object;
    files.set('model.json', utf8.encode(JSON.stringify({ ...manifest, vocabulary: 'en-1.txt' })));
    files.set('../vocabularies/en-1.txt', files.get('vocabulary.txt')!);
    files.delete('vocabulary.txt');
    return files;
  }

  it('stands beside the folders of the models', async () => {
    const model = await loadWholeModel('tiny', readerOf(await sharing()));
    expect(model.encode(segmentSpaced('Not good')).ids).toEqual(Int32Array.of(3, 1));
    model.dispose();
  });

  it('is named where it is missing, damaged, or elsewhere', async () => {
    const missing = await sharing();
    missing.delete('../vocabularies/en-1.txt');
    const advice = 'Copy the model again from where it came, or remove its folder.';
    await expect(loadWholeModel('tiny', readerOf(missing))).rejects.toThrow(
      `Model "tiny": ../vocabularies/en-1.txt cannot be read (no such file: ../vocabularies/en-1.txt). ${advice}`,
    );
    const cut = await sharing();
    cut.set('../vocabularies/en-1.txt', utf8.encode('good\n'));
    await expect(loadWholeModel('tiny', readerOf(cut))).rejects.toThrow(/vocabularies\/en-1\.txt has \d+ ids where/);
    const elsewhere = await sharing();
    elsewhere.set('model.json', changed(elsewhere, 'model.json', 'en-1.txt', '../../passwords'));
    await expect(loadWholeModel('tiny', readerOf(elsewhere))).rejects.toThrow(/model\.json .*"vocabulary"/);
  });
});

/** What is done to the files, and what the error must name. */
const DAMAGES: readonly [string, (files: Map<string, Uint8Array>) => void, RegExp][] = [
  ['a truncated shard', (f) => f.set(SHARD, f.get(SHARD)!.slice(0, -3)), /group1-shard1of1\.bin has \d+ bytes/],
  ['a missing shard', (f) => f.delete(SHARD), /group1-shard1of1\.bin cannot be read/],
  ['a missing model.json', (f) => f.delete('model.json'), /model\.json cannot be read/],
  ['a model.json that is no JSON', (f) => f.set('model.json', utf8.encode('{"a')), /model\.json is not JSON/],
  [
    'a foreign model.json',
    (f) => f.set('model.json', utf8.encode('{"modelTopology":{},"weightsManifest":[]}')),
    /model\.json is not one of ours/,
  ],
  [
    'a card without labels',
    (f) => f.set('card.json', changed(f, 'card.json', '"labels"', '"lables"')),
    /card\.json .*"labels"/,
  ],
  ['a missing card', (f) => f.delete('card.json'), /card\.json cannot be read/],
  [
    'an unknown architecture',
    (f) => f.set('model.json', changed(f, 'model.json', '"state-distance-lstm"', '"perceptron"')),
    /model\.json .*no architecture "perceptron"/,
  ],
  [
    'a setting that cannot be',
    (f) => f.set('model.json', changed(f, 'model.json', '"units": 8', '"units": -8')),
    /model\.json .*"units"/,
  ],
  [
    'settings of another size',
    (f) => f.set('model.json', changed(f, 'model.json', '"units": 8', '"units": 9')),
    /model\.json .*"lstm\/kernel" has 256 values/,
  ],
  [
    'a vocabulary of another size',
    (f) => f.set('vocabulary.txt', utf8.encode('good\nbad\n')),
    /vocabulary\.txt has 3 ids where the weights have 4/,
  ],
  [
    'a vocabulary that repeats',
    (f) => f.set('vocabulary.txt', utf8.encode('good\nbad\nbad\n')),
    /vocabulary\.txt .*repeats/,
  ],
];

const changed = (files: Map<string, Uint8Array>, file: string, from: string, to: string): Uint8Array => {
  expect(text(files.get(file))).toContain(from);
  return utf8.encode(text(files.get(file)).replace(from, to));
};

describe('a damaged model', () => {
  it.each(DAMAGES)('%s is named', async (_, damage, message) => {
    const files = await tinyModelFiles('state-distance-lstm');
    const before = memory().numTensors;
    damage(files);
    const loading = loadWholeModel('tiny', readerOf(files));
    await expect(loading).rejects.toMatchObject({ name: 'SaliencyError', code: 'damaged-model' });
    await expect(loading).rejects.toThrow(message);
    await expect(loading).rejects.toThrow('Model "tiny"');
    expect(memory().numTensors).toBe(before);
  });

  it('of a newer format asks for a newer Saliency, whatever else has changed in it', async () => {
    const files = await tinyModelFiles('state-distance-lstm');
    files.set('model.json', utf8.encode('{"formatVersion":2,"shards":[]}'));
    await expect(loadWholeModel('tiny', readerOf(files))).rejects.toMatchObject({
      code: 'newer-model',
      message: 'Model "tiny" is stored in format 2; this version of Saliency reads format 1. Update Saliency.',
    });
  });

  it('is told from a whole one by its sums', async () => {
    const files = await tinyModelFiles('state-distance-lstm');
    await expect(verifyModel('tiny', readerOf(files))).resolves.toBeUndefined();
    const shard = files.get(SHARD)!.slice();
    shard[5] ^= 1;
    files.set(SHARD, shard);
    await expect(verifyModel('tiny', readerOf(files))).rejects.toThrow(/group1-shard1of1\.bin is not the file/);
  });
});
