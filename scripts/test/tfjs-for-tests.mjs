// tfjs publishes some 600 small ES modules that Node cannot load by itself. Tests load them as one file, bundled once
// and cached beside the installed packages: seconds less in each test file.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../root.mjs';

const PARTS = /import \{([^}]+)\} from '(@tensorflow\/tfjs-(?:core|backend-wasm)\/dist\/[^']+)'/g;

/** Aliases for vitest: tfjs-core and tfjs-backend-wasm, and every part of them that our sources import. */
export async function tfjsAliases() {
  const entry = await entryPoint();
  const key = createHash('sha256').update(entry).digest('hex').slice(0, 16);
  const file = join(ROOT, `node_modules/.cache/saliency/tfjs-${key}.mjs`);
  if (!(await stat(file).catch(() => undefined))) await bundle(entry, file);
  return [{ find: /^@tensorflow\/tfjs-(core|backend-wasm)(\/dist\/.*)?$/, replacement: file }];
}

async function entryPoint() {
  const lines = new Set([
    `// tfjs 4.22.0`,
    `export * from '@tensorflow/tfjs-core';`,
    `import '@tensorflow/tfjs-backend-wasm/dist/base';`,
  ]);
  for (const name of await readdir(join(ROOT, 'src'), { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    const source = await readFile(join(ROOT, 'src', name), 'utf8');
    for (const [, names, from] of source.matchAll(PARTS)) {
      lines.add(`export {${names.replace(/ as \w+/g, '')}} from '${from}';`);
    }
  }
  return [...lines].sort().join('\n');
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
