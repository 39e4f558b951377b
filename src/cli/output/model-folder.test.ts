import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeStore } from '../../engine/fine-tuning/node-store';
import type { FolderStore } from '../../shared/model-folder';
import { requireFree, writeModelTo } from './model-folder';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saliency-model-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const FILES = new Map(['model.json', 'group1-shard1of1.bin', 'vocabulary.txt', 'card.json'].map((file) => [file, new TextEncoder().encode(`new ${file}`)])); // prettier-ignore
const there = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).sort().filter((path) => path !== 'mine');

/** The disk of this machine until `left` operations are done. @param hasEnded nothing is done after that, as by a process that was killed */
function failing(left: number, hasEnded: boolean): FolderStore & { isOver(): boolean } {
  const counted =
    <Given extends unknown[], T>(operation: (...given: Given) => PromiseLike<T>) =>
    (...given: Given): Promise<T> => {
      const fails = left === 0 || (hasEnded && left < 0);
      left--;
      if (fails) return Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
      return Promise.resolve(operation(...given));
    };
  return {
    save: counted(nodeStore.save),
    remove: counted(nodeStore.remove),
    move: counted(nodeStore.move),
    isOver: () => left >= 0,
  };
}

test.each([false, true])(
  'a model is written whole or not at all, whichever operation fails; killed then: %s',
  async (hasEnded) => {
    const out = join(folder, 'mine');
    let failed = 0;
    for (let last = 0; ; last++) {
      const store = failing(last, hasEnded);
      const error: unknown = await writeModelTo(out, FILES, store).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (store.isOver()) {
        expect(error).toBeUndefined();
        break;
      }
      failed++;
      expect(error, `operation ${last}`).toMatchObject({
        code: 'unwritable',
        message: `The disk is full: ${out} cannot be written. Make room and run again.`,
      });
      expect((await there()).filter((path) => !path.startsWith('.mine.partial'))).toEqual([]);
      if (!hasEnded) expect(await there()).toEqual([]);
    }
    // Taking away what an earlier attempt left, four files, putting them in place.
    expect(failed).toBe(6);
    expect(await there()).toEqual([...FILES.keys()].map((file) => `mine/${file}`).sort());
    for (const file of FILES.keys()) expect(await readFile(join(out, file), 'utf8')).toBe(`new ${file}`);
  },
);

test('a folder that is not empty, or a file of that name, is not taken', async () => {
  await requireFree(join(folder, 'none'));
  const empty = join(folder, 'empty');
  await mkdir(empty);
  await requireFree(empty);
  await writeModelTo(empty, FILES);
  await expect(requireFree(empty)).rejects.toMatchObject({
    code: 'usage',
    message: `The folder ${empty} is not empty: give another one with --out, or remove it first.`,
  });
  const file = join(folder, 'notes.txt');
  await writeFile(file, 'mine');
  await expect(requireFree(file)).rejects.toThrow(`${file} is a file: give another folder with --out.`);
});

test('where nothing may be written, one sentence says so', async () => {
  const file = join(folder, 'notes.txt');
  await writeFile(file, 'mine');
  await expect(writeModelTo(join(file, 'mine'), FILES)).rejects.toMatchObject({ code: 'unwritable' });
  expect(await there()).toEqual(['notes.txt']);
});
