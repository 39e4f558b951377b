import { copyFile, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildJiebaTable } from '../../src/text/zh/jieba/build.mjs';
import { ROOT } from '../root.mjs';
import { generalTexts } from './general-texts.mjs';
import { writeModelList } from './model-list.mjs';

/** WebAssembly of others that the workers load; only the single-threaded SIMD build of tfjs is shipped. */
const COPIED = ['node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'];

const KERNELS = 'src/kernels/build.mjs';

/**
 * Writes everything beside the bundles: `kernels.wasm`, `jieba.table`, the WebAssembly of others, general texts for fine-tuning, and the list of models.
 * @param {string} outdir
 */
export const assets = async (outdir) => {
  await mkdir(outdir, { recursive: true });
  await Promise.all([
    ...COPIED.map((file) => copyFile(join(ROOT, file), join(outdir, file.slice(file.lastIndexOf('/') + 1)))),
    kernels(outdir),
    buildJiebaTable(join(outdir, 'jieba.table')),
    generalTexts(outdir),
    writeModelList(outdir, 'all'),
  ]);
};

/** @param {string} outdir */
const kernels = async (outdir) => {
  const script = join(ROOT, KERNELS);
  if (!existsSync(script)) return console.warn(`${KERNELS} does not exist yet: no kernels.wasm`);
  const { compileKernels } = await import(pathToFileURL(script).href);
  await compileKernels(join(outdir, 'kernels.wasm'));
};
