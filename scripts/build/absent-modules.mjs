/**
 * Modules that tfjs imports and we never use: it downloads with `node-fetch` only from a URL (we pass bytes), and its
 * threaded build is switched off (see src/engine). Leaving them out halves the worker's bundle.
 */
export const ABSENT = /^node-fetch$|tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/;

/**
 * An esbuild plugin that replaces every matching import by an empty module.
 * @param {RegExp} filter
 * @returns {import('esbuild').Plugin}
 */
export const absentModules = (filter) => ({
  name: 'absent-modules',
  setup(build) {
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'absent', sideEffects: false }));
    build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
      contents: 'export default undefined; export const wasmWorkerContents = "";',
      loader: 'js',
    }));
  },
});
