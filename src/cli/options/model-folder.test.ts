import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { namedModel } from './model-folder';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const shipped = { read: (path: string) => Promise.resolve(bytes(`shipped ${path}`)) };

async function copyOfModel(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'saliency-model-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'model.json'), 'mine');
  return folder;
}

test.each([
  ['mine', 'own-models'],
  ['en', 'models'],
])(
  'the vocabulary that a copied folder %s shares is that beside it, else that of the installation',
  async (name, models) => {
    const folder = await copyOfModel(name);
    const { files } = namedModel(join(folder, name), shipped);
    const read = async (path: string) => new TextDecoder().decode(await files.read(path));
    expect(await read(`${models}/${name}/model.json`)).toBe('mine');
    expect(await read(`${models}/vocabularies/en-1.txt`)).toBe('shipped models/vocabularies/en-1.txt');
    await mkdir(join(folder, 'vocabularies'));
    await writeFile(join(folder, 'vocabularies', 'en-1.txt'), 'beside');
    expect(await read(`${models}/vocabularies/en-1.txt`)).toBe('beside');
    expect(await read('dist/kernels.wasm')).toBe('shipped dist/kernels.wasm');
  },
);
