import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../root.mjs';
import { PACKAGED_MODELS } from './packaged-models.mjs';

/**
 * Writes `models.json`, the names of the installed models, because a web extension cannot list its own folders. A clone
 * lists all models; while a package is made, the list has those that are in it.
 * @param {string} outdir
 * @param {'all' | 'packaged'} which
 */
export const writeModelList = async (outdir, which) => {
  const folders = await readdir(join(ROOT, 'models'), { withFileTypes: true }).catch(() => []);
  const names = folders
    .filter((folder) => folder.isDirectory() && existsSync(join(ROOT, 'models', folder.name, 'model.json')))
    .map((folder) => folder.name)
    .filter((name) => which === 'all' || PACKAGED_MODELS.includes(name));
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, 'models.json'), `${JSON.stringify(names.sort())}\n`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeModelList(join(ROOT, 'dist'), process.argv[2] === 'packaged' ? 'packaged' : 'all');
