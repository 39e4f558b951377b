import { chmod } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, context } from 'esbuild';
import { assets } from './assets.mjs';
import { BUNDLES, optionsOf, present } from './bundles.mjs';

/**
 * Builds everything that runs or is shipped into `outdir`, once.
 * @param {{ outdir: string, production: boolean }} how
 */
export const buildAll = async (how) => {
  for (const { entry } of BUNDLES.filter((bundle) => !present().includes(bundle)))
    console.warn(`${entry} does not exist yet: skipped`);
  await Promise.all([assets(how.outdir), ...present().map((bundle) => build(optionsOf(bundle, how)))]);
  const cli = join(how.outdir, 'cli.js');
  if (existsSync(cli)) await chmod(cli, 0o755);
};

/**
 * Builds, and builds again whenever a source changes, until the process ends. The assets are written once.
 * @param {{ outdir: string, production: boolean }} how
 */
export const watchAll = async (how) => {
  await buildAll(how);
  const contexts = await Promise.all(
    present().map((bundle) => context({ ...optionsOf(bundle, how), logLevel: 'info' })),
  );
  await Promise.all(contexts.map((one) => one.watch()));
};
