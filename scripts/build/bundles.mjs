import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ABSENT, absentModules } from './absent-modules.mjs';
import { BESIDE, BY_REQUIRE } from './beside.mjs';
import { browserFflate } from './browser-fflate.mjs';
import { editorApi } from './editor-api.mjs';
import { ROOT } from '../root.mjs';
import { unusedParts } from './unused-parts.mjs';
import { zipHere } from './zip-here.mjs';

/**
 * One bundle: its entry, its output, and esbuild's options for the platform that it runs on.
 * @typedef {object} Bundle
 * @property {string} entry relative to the repository
 * @property {string} out relative to the output folder
 * @property {import('esbuild').BuildOptions} options
 */

/** What a CommonJS module inside an ES module bundle expects to find. */
const REQUIRE_FOR_ESM = [
  '#!/usr/bin/env node',
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  "import { dirname as __pathDirname } from 'node:path';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  'const __dirname = __pathDirname(__filename);',
].join('\n');

/** ES modules first, so that only the used parts of tfjs's packages get into a bundle. */
const node = { platform: /** @type {const} */ ('node'), target: 'node20', mainFields: ['module', 'main'] };
const browser = /** @type {const} */ ({ platform: 'browser', target: 'chrome120' });

/** @type {readonly Bundle[]} */
export const BUNDLES = [
  {
    entry: 'src/extension/activate/main.ts',
    out: 'extension.cjs',
    options: { ...node, format: 'cjs', supported: BY_REQUIRE, plugins: [editorApi, BESIDE] },
  },
  {
    entry: 'src/extension/activate/views.ts',
    out: 'views.cjs',
    options: { ...node, format: 'cjs', plugins: [editorApi] },
  },
  {
    entry: 'src/extension/activate/views.ts',
    out: 'web/views.cjs',
    options: { ...browser, format: 'cjs', plugins: [editorApi] },
  },
  {
    entry: 'src/extension/activate/main-web.ts',
    out: 'web/extension.cjs',
    options: { ...browser, format: 'cjs', plugins: [editorApi] },
  },
  {
    entry: 'src/engine/worker/worker-node.ts',
    out: 'worker.cjs',
    options: { ...node, format: 'cjs', supported: BY_REQUIRE, plugins: [BESIDE] },
  },
  {
    entry: 'src/model/network/part.ts',
    out: 'tensors.cjs',
    options: { ...node, format: 'cjs', plugins: [unusedParts] },
  },
  {
    entry: 'src/model/network/part.ts',
    out: 'web/tensors.cjs',
    options: { ...browser, format: 'cjs', plugins: [unusedParts] },
  },
  {
    entry: 'src/explain/counterfactuals/counterfactuals.ts',
    out: 'counterfactuals.cjs',
    options: { ...node, format: 'cjs' },
  },
  {
    entry: 'src/explain/counterfactuals/counterfactuals.ts',
    out: 'web/counterfactuals.cjs',
    options: { ...browser, format: 'cjs' },
  },
  {
    entry: 'src/engine/worker/worker-web.ts',
    out: 'web/worker.js',
    options: { ...browser, format: 'iife' },
  },
  {
    entry: 'src/annotate/worker/worker-node.ts',
    out: 'annotate.cjs',
    options: { ...node, format: 'cjs', plugins: [browserFflate, zipHere] },
  },
  {
    entry: 'src/annotate/worker/worker-web.ts',
    out: 'web/annotate.js',
    options: { ...browser, format: 'iife', plugins: [zipHere] },
  },
  {
    entry: 'src/engine/fine-tuning/worker-node.ts',
    out: 'fine-tuning.cjs',
    options: { ...node, format: 'cjs', plugins: [unusedParts, browserFflate] },
  },
  {
    entry: 'src/engine/fine-tuning/worker-web.ts',
    out: 'web/fine-tuning.js',
    options: { ...browser, format: 'iife', plugins: [unusedParts] },
  },
  {
    entry: 'src/engine/importing/worker-node.ts',
    out: 'import.cjs',
    options: { ...node, format: 'cjs', plugins: [browserFflate] },
  },
  {
    entry: 'src/engine/importing/worker-web.ts',
    out: 'web/import.js',
    options: { ...browser, format: 'iife' },
  },
  {
    entry: 'src/panel/overview/main.tsx',
    out: 'overview.js',
    options: { ...browser, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' },
  },
  {
    entry: 'src/panel/reading/main.tsx',
    out: 'reading.js',
    options: { ...browser, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' },
  },
  {
    entry: 'src/panel/training/main.tsx',
    out: 'training.js',
    options: { ...browser, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' },
  },
  {
    entry: 'src/panel/explanation/main.tsx',
    out: 'panel.js',
    options: { ...browser, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' },
  },
  {
    entry: 'src/cli/main.ts',
    out: 'cli.js',
    options: { ...node, format: 'esm', banner: { js: REQUIRE_FOR_ESM } },
  },
];

/** The bundles whose entry exists. */
export const present = () => BUNDLES.filter(({ entry }) => existsSync(join(ROOT, entry)));

/**
 * esbuild's options for one bundle. Production: minified, without source maps.
 * @param {Bundle} bundle
 * @param {{ outdir: string, production: boolean }} how
 * @returns {import('esbuild').BuildOptions}
 */
export const optionsOf = (bundle, { outdir, production }) => ({
  absWorkingDir: ROOT,
  entryPoints: [bundle.entry],
  outfile: join(outdir, bundle.out),
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  minify: production,
  sourcemap: production ? false : 'linked',
  ...bundle.options,
  plugins: [absentModules(ABSENT), ...(bundle.options.plugins ?? [])],
});
