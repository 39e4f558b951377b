import { beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { smallModel, smallTokenizer } from '../../training/keras/testing/small-model';
import { keras3, tfjs } from '../../training/keras/testing/write-models';
import { bundled, removed, temporaryFolder } from '../testing/bundle';
import { startNodeWorker } from '../worker/node-worker';
import { importInWorker } from './import-in-worker';
import type { Importer, ImporterHost } from './importer';
import { LocalImporter } from './local-importer';

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  await bundled('import.cjs', folder);
  return () => removed(folder);
});

const HOSTS: Record<string, (host: ImporterHost) => Importer> = {
  'in this thread': (host) => new LocalImporter(host),
  'in a worker': (host) => importInWorker(() => startNodeWorker(join(folder, 'import.cjs')), host),
};
const none: ImporterHost = { readBeside: () => Promise.reject(new Error('ENOENT')) };
const vocabulary = { file: 'tokenizer.json', bytes: new TextEncoder().encode(smallTokenizer()) };

describe.each(Object.entries(HOSTS))('%s', (_, importerOf) => {
  test('says what a model needs, and makes its files', async () => {
    const importer = importerOf(none);
    const { file, bytes } = await keras3(smallModel());
    expect(await importer.inspect({ file, bytes })).toEqual({
      format: 'Keras 3 archive',
      layers: 3,
      labels: 2,
      usualLabels: ['negative', 'positive'],
      length: 12,
      readsPadding: true,
      padding: 'pre',
      needsWords: true,
    });
    const made = await importer.make({ file, bytes }, { name: 'mine', vocabulary, labels: ['bad', 'good'] });
    expect(made).toMatchObject({ language: 'en', words: 6 });
    expect(made.files.map((one) => one.file).sort()).toEqual([
      'card.json',
      'group1-shard1of1.bin',
      'model.json',
      'vocabulary.txt',
    ]);
    await importer.dispose();
  });

  test('asks for the files beside a model, and tells what is wrong with one', async () => {
    const written = tfjs(smallModel());
    const asked: string[] = [];
    const importer = importerOf({
      readBeside: (path) => {
        asked.push(path);
        return Promise.resolve(written.beside!.get(path)!);
      },
    });
    expect(await importer.inspect(written)).toMatchObject({ format: 'TensorFlow.js Layers', layers: 3 });
    expect(asked.sort()).toEqual(['group1-shard1of2.bin', 'group1-shard2of2.bin']);
    await importer.dispose();
    const other = importerOf(none);
    await expect(other.inspect(written)).rejects.toMatchObject({ code: 'damaged-keras', data: { file: 'model.json' } });
    await expect(other.make(written, { name: 'mine' })).rejects.toThrow(/group1-shard1of2.bin/);
    await other.dispose();
  });
});
