import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';

/** What the editor's API has at run time, by its declarations: interfaces and types are left out. */
const VALUES = /^\texport (?:abstract )?(?:class|enum|namespace|const|let|function) (\w+)/gm;

/**
 * An esbuild plugin: a bundle asks the editor for its API once. Without it, each file that imports `vscode` asks again and
 * makes a copy of all 200 names, which took half of the time that the bundle needs to load.
 * @type {import('esbuild').Plugin}
 */
export const editorApi = {
  name: 'editor-api',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ path, kind }) =>
      kind === 'require-call' ? { path, external: true } : { path, namespace: 'editor-api', sideEffects: false },
    );
    build.onLoad({ filter: /.*/, namespace: 'editor-api' }, async () => {
      const declared = await readFile(join(ROOT, 'node_modules', '@types', 'vscode', 'index.d.ts'), 'utf8');
      const names = new Set(Array.from(declared.matchAll(VALUES), ([, name]) => name));
      // Calls without effects: names that nobody imports are left out.
      const exported = Array.from(names, (name) => `export const ${name} = /* @__PURE__ */ named('${name}');`);
      return {
        contents: ["const api = require('vscode');", 'const named = (name) => api[name];', ...exported].join('\n'),
        loader: 'js',
        resolveDir: ROOT,
      };
    });
  },
};
