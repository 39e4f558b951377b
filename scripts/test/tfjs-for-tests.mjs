// tfjs publishes some 600 small ES modules that Node cannot load by itself. Tests load them as one file, bundled once
// and cached beside the installed packages: seconds less in each test file.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../root.mjs';

const PACKAGES = join(ROOT, 'node_modules', '@tensorflow');
/** Where the packages keep their gradients and kernels, each in a file of its own that sources import by its path. */
const PARTS = ['tfjs-core/dist/gradients', 'tfjs-backend-wasm/dist/kernels'];
/** What the index of the packages does not export, beside the parts. */
const ALSO = [
  `export * from '@tensorflow/tfjs-core';`,
  `import '@tensorflow/tfjs-backend-wasm/dist/base';`,
  `export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';`,
];

/** Aliases for vitest: tfjs-core and tfjs-backend-wasm, and every kernel and gradient of theirs. */
export async function tfjsAliases() {
  const file = join(ROOT, `node_modules/.cache/saliency/tfjs-${await cacheKey()}.mjs`);
  if (!(await stat(file).catch(() => undefined))) await bundle(await entryPoint(), file);
  return [{ find: /^@tensorflow\/tfjs-(core|backend-wasm)(\/dist\/.*)?$/, replacement: file }];
}

/** Another version of the packages, or of this file, is bundled anew. */
async function cacheKey() {
  const sources = [
    new URL(import.meta.url),
    ...['core', 'backend-wasm'].map((name) => join(PACKAGES, `tfjs-${name}`, 'package.json')),
  ];
  const hash = createHash('sha256');
  for (const source of sources) hash.update(await readFile(source));
  return hash.digest('hex').slice(0, 16);
}

/** All that is bundled. Some kernels go by the name of a gradient; sources use the gradient. */
async function entryPoint() {
  const lines = [...ALSO];
  const taken = new Set();
  for (const folder of PARTS) {
    for (const [part, names] of await exportsOf(folder)) {
      const free = names.filter((name) => name.endsWith('Config') && !taken.has(name));
      if (free.length > 0) lines.push(`export { ${free.join(', ')} } from '@tensorflow/${folder}/${part}';`);
      free.forEach((name) => taken.add(name));
    }
  }
  return lines.join('\n');
}

/** What each file of a folder exports, as esbuild reads it. @param {string} folder */
async function exportsOf(folder) {
  const files = (await readdir(join(PACKAGES, folder))).filter((name) => name.endsWith('.js')).sort();
  const { metafile } = await build({
    entryPoints: files.map((name) => join(PACKAGES, folder, name)),
    outdir: join(ROOT, 'parts'),
    write: false,
    format: 'esm',
    metafile: true,
  });
  return Object.values(metafile.outputs).map(
    ({ entryPoint: part = '', exports: names }) => /** @type {const} */ ([basename(part, '.js'), names]),
  );
}

/** @param {string} contents @param {string} file */
async function bundle(contents, file) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['node-fetch'],
    banner: {
      js: [
        `import { createRequire as requireOf } from 'node:module';`,
        `const require = requireOf(import.meta.url), __filename = '', __dirname = '';`,
      ].join('\n'),
    },
  });
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, outputFiles[0].contents);
  await rename(partial, file);
}
