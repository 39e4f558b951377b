import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES, optionsOf } from '../../../scripts/build/bundles.mjs';

/** A new empty folder; whoever made it calls `removed` in the end. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'saliency-test-'));

/** Bundles that load others, which are beside them. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'worker.cjs': ['tensors.cjs', 'counterfactuals.cjs'],
};

/** Builds one of the project's bundles (`worker.cjs`) into a folder, else one of its own; returns the file's path. */
export async function bundled(out: string, folder?: string): Promise<string> {
  const outdir = folder ?? (await temporaryFolder());
  const bundles = BUNDLES.filter((one) => one.out === out || BESIDE[out]?.includes(one.out));
  await Promise.all(bundles.map((bundle) => build(optionsOf(bundle, { outdir, production: false }))));
  return join(outdir, out);
}

/** Removes a folder and what is in it. */
export const removed = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
