/** Parts that are bundles of their own, loaded where they are first needed: the end of what is imported → the bundle. */
const PARTS = [
  { imported: /^\.\/views$/, bundle: './views.cjs' },
  { imported: /\/model\/network\/part$/, bundle: './tensors.cjs' },
  { imported: /\/counterfactuals\/counterfactuals$/, bundle: './counterfactuals.cjs' },
];

/**
 * An esbuild plugin that leaves these parts out of the bundle that starts: `import('./views')` becomes a `require` of the
 * bundle beside it.
 * @type {import('esbuild').Plugin}
 */
export const BESIDE = {
  name: 'beside',
  setup(build) {
    for (const { imported, bundle } of PARTS) {
      build.onResolve({ filter: imported }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: bundle, external: true } : undefined,
      );
    }
  },
};

/** Without it esbuild keeps `import()`, which loads CommonJS without the hook through which the editor provides `vscode`. */
export const BY_REQUIRE = { 'dynamic-import': false };
