import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { ROOT } from '../root.mjs';

/** Where the two versions of this file go: see there. */
const SEAM = /[\\/]src[\\/]engine[\\/]local[\\/]tensor-part\.ts$/;
/** Rooms whose code runs in the workers. */
const ROOMS = ['explain', 'model', 'engine'].map((room) => `src/${room}`);
const CORE = '@tensorflow/tfjs-core';
/** Kernels that run without tfjs, and stay in the workers' bundles. */
const WITHOUT_TFJS = /^src\/kernels\/inference\//;

/**
 * The module that an import asks for, if it is one that runs on tfjs: `@tensorflow/tfjs-core`, or `src/kernels/tensors/lstm`.
 * @param {string} importer absolute @param {string} path as it is written
 */
const tensorModule = (importer, path) => {
  if (path === CORE) return CORE;
  if (!path.startsWith('.')) return undefined;
  const module = posix.join(dirname(relative(ROOT, importer)).split(sep).join('/'), path);
  return module.startsWith('src/kernels/') && !WITHOUT_TFJS.test(module) ? module : undefined;
};

const VALUES = /^import (?:\{([^}]*)\}) from '([^']+)'/gm;

/** What the workers' own code takes from such modules: `{ 'src/kernels/tensors/lstm': Set { 'lstmStates' } }`. */
const namesUsed = () => {
  /** @type {Map<string, Set<string>>} */
  const all = new Map();
  for (const file of ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((name) => join(ROOT, room, name)),
  )) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || /[\\/]testing[\\/]/.test(file)) continue;
    for (const [, list, path] of readFileSync(file, 'utf8').matchAll(VALUES)) {
      const module = tensorModule(file, path);
      if (!module) continue;
      const names = all.get(module) ?? all.set(module, new Set()).get(module);
      for (const item of list.split(',').map((part) => part.trim()))
        if (item && !item.startsWith('type ')) names?.add(item.split(' as ')[0]);
    }
  }
  return [...all].map(([module, names]) => ({ module, names: [...names].sort() })).filter(({ names }) => names.length);
};

/** @param {'require' | 'bytes'} how */
const loader = (how) => `
import { provide } from 'tensor-part:names';
export const loadTensorPart = async (files) => {
  ${how === 'require' ? `provide(require('./tensors.cjs').parts);` : LOAD_BYTES}
};`;

/** In a web worker `require` knows no files: the bundle comes as bytes, as the worker itself did. */
const LOAD_BYTES = `
  const module = { exports: {} };
  const script = new TextDecoder().decode(await files.read('dist/web/tensors.cjs'));
  new Function('module', 'exports', script + '\\n//# sourceURL=saliency-tensors.js')(module, module.exports);
  provide(module.exports.parts);`;

/**
 * An esbuild plugin that leaves tfjs out of a worker's bundle. What the bundle takes from it are variables that get their
 * values when the part is loaded: nothing uses them before (`requireTensors`).
 * @param {'require' | 'bytes'} how @returns {import('esbuild').Plugin}
 */
export const withoutTensors = (how) => ({
  name: 'without-tensors',
  setup(build) {
    build.onResolve({ filter: /^tensor-part:names$/ }, () => ({ path: 'names', namespace: 'tensor-part' }));
    build.onResolve({ filter: /^\.\/tensors\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onResolve({ filter: /^[.@]/ }, ({ importer, path, namespace }) => {
      const module = importer && namespace === 'file' ? tensorModule(importer, path) : '';
      return module ? { path: module, namespace: 'tensor-part', sideEffects: false } : undefined;
    });
    build.onLoad({ filter: /^names$/, namespace: 'tensor-part' }, () => {
      const parts = namesUsed().map(({ module, names }) => ({
        module,
        bindings: names.map((name) => ({ name, local: `${name}_${module.replace(/\W/g, '_')}` })),
      }));
      const all = parts.flatMap(({ bindings }) => bindings.map(({ local }) => local));
      const given = parts.map(({ module, bindings }) => {
        const taken = bindings.map(({ name, local }) => `${name}: ${local}`).join(', ');
        return `({ ${taken} } = parts['${module}']);`;
      });
      return { contents: `export let ${all.join(', ')};\nexport const provide = (parts) => { ${given.join(' ')} };` };
    });
    build.onLoad({ filter: /./, namespace: 'tensor-part' }, ({ path }) => {
      const names = namesUsed().find(({ module }) => module === path)?.names ?? [];
      const local = path.replace(/\W/g, '_');
      return {
        contents: `export { ${names.map((name) => `${name}_${local} as ${name}`).join(', ')} } from 'tensor-part:names';`,
      };
    });
    build.onLoad({ filter: SEAM }, () => ({ contents: loader(how) }));
  },
});

/** An esbuild plugin that makes the seam's file the entry of that part: all that the workers take from it. @type {import('esbuild').Plugin} */
export const tensorsOnly = {
  name: 'tensors-only',
  setup(build) {
    build.onLoad({ filter: SEAM }, ({ path }) => {
      const used = namesUsed();
      const imports = used.map(({ module, names }, part) => {
        const from = module === CORE ? CORE : `./${relative(dirname(path), join(ROOT, module)).split(sep).join('/')}`;
        return `import { ${names.map((name) => `${name} as ${name}_${part}`).join(', ')} } from '${from}';`;
      });
      const parts = used.map(({ module, names }, part) => {
        return `'${module}': { ${names.map((name) => `${name}: ${name}_${part}`).join(', ')} }`;
      });
      const contents = `${imports.join('\n')}\nexport const parts = { ${parts.join(', ')} };`;
      return { contents, loader: 'ts', resolveDir: dirname(path) };
    });
  },
};
