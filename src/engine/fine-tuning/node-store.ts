import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardLast, cardWithin } from '../../shared/model-folder';
import type { FineTuningEnvironment } from '../../training/fine-tuning/environment';

const pathOf = (address: string): string => (address.startsWith('file:') ? fileURLToPath(address) : address);

/** Files of this machine, by path or `file:` address; each is replaced whole or not at all. */
export const nodeStore: FineTuningEnvironment['store'] = {
  load: (address) => readFile(pathOf(address)).then((bytes) => new Uint8Array(bytes), missing),
  async save(address, bytes) {
    const path = pathOf(address);
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(`${path}.partial`, bytes);
      await rename(`${path}.partial`, path);
    } catch (error) {
      // Half a file would only fill the disk further.
      await rm(`${path}.partial`, { force: true }).catch(() => undefined);
      throw error;
    }
  },
  remove: (address) => rm(pathOf(address), { recursive: true, force: true }),
  async move(from, to) {
    const [source, target] = [pathOf(from), pathOf(to)];
    try {
      await rename(source, target);
    } catch (error) {
      if (!ALREADY_THERE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await replaceIn(source, target);
    }
  },
};

/** Error codes of renaming a folder to the name of an existing one; the last on Windows. */
const ALREADY_THERE: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM']);

/** Replaces the files of a folder one by one: files in it that are not ours stay. */
async function replaceIn(source: string, target: string): Promise<void> {
  await rm(cardWithin(target), { force: true });
  for (const file of cardLast(await readdir(source))) await rename(join(source, file), join(target, file));
  await rm(source, { recursive: true });
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
