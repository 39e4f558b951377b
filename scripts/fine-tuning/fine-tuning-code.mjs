import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLES, optionsOf } from '../build/bundles.mjs';

/** What is measured here: the parts of fine-tuning that a whole run does between its checks and its files. */
const EXPORTS = `
export { loadWholeModel } from './src/model/network/load-whole-model';
export { networkPart } from './src/model/network/part';
export { startInference } from './src/model/inference/start';
export { segmenterFor } from './src/text/languages';
export { beginningOf } from './src/training/fine-tuning/beginning';
export { exampleEncoder } from './src/training/fine-tuning/encoded';
export { generalTexts } from './src/training/fine-tuning/general-texts';
export { recipeFor, SHARE_BEFORE } from './src/training/fine-tuning/recipe';
export { trainStage } from './src/training/fine-tuning/stage';
export { baselineLabels } from './src/training/fine-tuning/baseline';
export { classCounts, repetitionsOf } from './src/training/fine-tuning/usable-rows';
export { logitsAll } from './src/training/evaluation/predict';
export { classificationMetrics } from './src/training/evaluation/metrics';
export { tokenizer } from './src/training/rows/encoded-texts';
export { textKey } from './src/training/rows/text-key';
export { probabilitiesOf } from './src/model/probabilities';
export { candidateOf } from './src/model/label-next/candidate';
export { labelNext } from './src/model/label-next/label-next';
export { seededRandom, shuffle } from './src/shared/random';
`;

/** The repository's own code for fine-tuning, bundled as the command line is. */
export async function fineTuningCode() {
  const folder = await mkdtemp(join(tmpdir(), 'saliency-fine-tuning-'));
  const [cli] = BUNDLES.filter(({ out }) => out === 'cli.js');
  try {
    const { entryPoints, outfile, ...options } = optionsOf(cli, { outdir: folder, production: false });
    const file = join(folder, 'fine-tuning.mjs');
    const stdin = { contents: EXPORTS, resolveDir: options.absWorkingDir, loader: /** @type {const} */ ('ts') };
    void [entryPoints, outfile];
    await build({ ...options, stdin, outfile: file, sourcemap: false });
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
