import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeError } from '../../annotate/node/write-error';
import { nodeStore } from '../../engine/fine-tuning/node-store';
import { writeModelFolder, type FolderStore } from '../../shared/model-folder';
import { SaliencyError } from '../../shared/saliency-error';

/**
 * Writes a model whole or not at all. Files of an older model of that name are replaced.
 * @throws SaliencyError `unwritable`
 */
export async function writeModelTo(
  out: string,
  files: Iterable<readonly [file: string, bytes: Uint8Array]>,
  store: FolderStore = nodeStore,
): Promise<void> {
  try {
    await writeModelFolder(store, out, files);
  } catch (error) {
    throw writeError(out, error);
  }
}

/** Of a model that must not replace another. @throws SaliencyError `usage` where something stands there already */
export async function requireFree(out: string): Promise<void> {
  if (out === '') throw new SaliencyError('--out names no folder: give a name.', 'usage');
  try {
    if ((await readdir(out)).length === 0) return;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    if (code === 'ENOTDIR') throw new SaliencyError(`${await fileIn(out)} is a file: give another folder with --out.`, 'usage'); // prettier-ignore
    throw writeError(out, error);
  }
  throw new SaliencyError(`The folder ${out} is not empty: give another one with --out, or remove it first.`, 'usage');
}

/** Which part of a path is a file where a folder should be. */
async function fileIn(path: string): Promise<string> {
  const parent = dirname(path);
  // A device is one, too.
  const isOther = (await stat(path).catch(() => undefined))?.isDirectory() === false;
  return isOther || parent === path ? path : fileIn(parent);
}
