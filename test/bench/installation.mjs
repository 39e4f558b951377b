// The extension's own parts as a user has them: production bundles and the shipped models in one folder.
import { existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAll } from '../../scripts/build/build.mjs';
import { ROOT } from '../../scripts/root.mjs';

/** Builds `dist/` into `folder` and puts the models beside it. Returns the folder. */
export const installation = async (folder) => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await buildAll({ outdir: join(folder, 'dist'), production: true });
  for (const name of ['models', 'samples'])
    if (existsSync(join(ROOT, name))) await symlink(join(ROOT, name), join(folder, name), 'junction');
  return folder;
};
