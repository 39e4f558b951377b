import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';

const SOURCES = join(ROOT, 'src', 'extension');
const TYPES = join(ROOT, 'node_modules', '@types', 'vscode', 'index.d.ts');
const VALUE = /^\s*export (?:abstract )?(?:class|enum|namespace|const|let|function) (\w+)/gm;

/** What our sources take from the editor's API, as they write it: `vscode.window`. */
const namesUsed = () => {
  const values = new Set([...readFileSync(TYPES, 'utf8').matchAll(VALUE)].map(([, name]) => name));
  const names = new Set();
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file) || file.includes('.test.')) continue;
    for (const [, name] of readFileSync(join(SOURCES, file), 'utf8').matchAll(/\bvscode\.(\w+)/g)) {
      if (values.has(name)) names.add(name);
    }
  }
  return [...names].sort();
};

/**
 * An esbuild plugin that turns `vscode` into a module with exports of its own. Every mention of `vscode.window` is then
 * one short name instead of three: a tenth of the host's bundle. What an older editor lacks is undefined, as before.
 * @type {import('esbuild').Plugin}
 */
export const vscodeNames = {
  name: 'vscode-names',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'vscode-names', sideEffects: false } : { path, external: true },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode-names' }, () => ({
      contents: `const api = require('vscode');\n${namesUsed()
        .map((name) => `export const ${name} = api.${name};`)
        .join('\n')}`,
      loader: 'js',
    }));
  },
};
