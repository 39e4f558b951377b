import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeStore } from './node-store';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saliency-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const model = async (name: string, files: Record<string, string>): Promise<string> => {
  const path = join(folder, name);
  await mkdir(path);
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
  return path;
};
const textsIn = async (path: string): Promise<Record<string, string>> => {
  const names = (await readdir(path)).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')]))); // prettier-ignore
};

test('a folder gets a place that is free, and one that is taken, where other files stay', async () => {
  const files = { 'card.json': 'new', 'model.json': 'new' };
  const out = join(folder, 'out');
  await nodeStore.move(await model('.out.partial', files), out);
  expect(await textsIn(out)).toEqual(files);
  const taken = await model('taken', { 'card.json': 'old', 'notes.txt': 'mine' });
  await nodeStore.move(await model('.taken.partial', files), taken);
  expect(await textsIn(taken)).toEqual({ ...files, 'notes.txt': 'mine' });
  expect((await readdir(folder)).sort()).toEqual(['out', 'taken']);
});

test('a folder that cannot be replaced whole has no card', async () => {
  const taken = await model('taken', { 'card.json': 'old' });
  // A folder in the place of a file cannot be replaced by it.
  await mkdir(join(taken, 'model.json', 'inside'), { recursive: true });
  const partial = await model('.taken.partial', { 'card.json': 'new', 'model.json': 'new' });
  await expect(nodeStore.move(partial, taken)).rejects.toThrow();
  expect(await readdir(taken)).toEqual(['model.json']);
});

test('a folder is removed with all that is in it; where there is none, nothing happens', async () => {
  const path = await model('.out.partial', { 'card.json': 'new' });
  await nodeStore.remove(path);
  await nodeStore.remove(path);
  expect(await readdir(folder)).toEqual([]);
});
