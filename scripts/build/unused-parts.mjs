/**
 * Parts of tfjs-core that its index names and the workers never reach: optimizers (training has its own Adam, and runs in
 * the command line), loading and saving of models (ours come as bytes), helpers of string, ragged, sparse
 * and complex tensors, of scattering, gathering and rotating.
 */
const UNUSED =
  /^\.\.?\/(optimizers\/\w+|io\/\w+|hash_util|backends\/einsum_util|ops\/ragged_to_dense_util|ops\/sparse\/\w+_util)$|^\.\.\/(backends\/complex_util|ops\/(scatter_nd|gather_nd|array_ops|rotate|erf)_util)$/;

/** Of these, the ones that are handed on as a whole: an ES module has nothing to hand on. */
const HANDED_ON = /_util$/;

/** An esbuild plugin that leaves them out; what is called while tfjs-core loads does nothing. @type {import('esbuild').Plugin} */
export const unusedParts = {
  name: 'unused-parts-of-tfjs',
  setup(build) {
    build.onResolve({ filter: UNUSED }, ({ path, importer }) =>
      /tfjs-core[\\/]dist[\\/]/.test(importer) ? { path, namespace: 'unused' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: HANDED_ON.test(path) ? 'export {};' : 'exports.registerOptimizers = () => undefined;',
      loader: 'js',
    }));
  },
};
