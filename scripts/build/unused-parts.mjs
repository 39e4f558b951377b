/**
 * Parts of tfjs-core that its index names and the workers never reach: optimizers (training has its own Adam, and runs in
 * the command line), loading and saving of models (ours come as bytes), string tensors. A sixth of a worker's code.
 */
const UNUSED = /^(\.|\.\.)\/(optimizers\/\w+|io\/\w+|hash_util)$/;

/** An esbuild plugin that leaves them out; what is called while tfjs-core loads does nothing. @type {import('esbuild').Plugin} */
export const unusedParts = {
  name: 'unused-parts-of-tfjs',
  setup(build) {
    build.onResolve({ filter: UNUSED }, ({ path, importer }) =>
      /tfjs-core[\\/]dist[\\/]/.test(importer) ? { path, namespace: 'unused' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'exports.registerOptimizers = () => undefined;',
      loader: 'js',
    }));
  },
};
