import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Surroundings } from '../../training/teach/surroundings';

const pathOf = (address: string): string => (address.startsWith('file:') ? fileURLToPath(address) : address);

/** Files of this machine, by path or `file:` address; each is replaced whole or not at all. */
export const nodeStore: Surroundings['store'] = {
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
  remove: (address) => rm(pathOf(address), { force: true }),
};

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
