/**
 * An esbuild plugin that leaves `views.ts` out of the bundle that starts: `import('./views')` becomes a `require` of the
 * bundle beside it, when it is first needed.
 * @type {import('esbuild').Plugin}
 */
export const lazyViews = {
  name: 'lazy-views',
  setup(build) {
    build.onResolve({ filter: /^\.\/views$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './views.cjs', external: true } : undefined,
    );
  },
};

/** Without it esbuild keeps `import()`, which reads CommonJS past the hook by which the editor hands out `vscode`. */
export const BY_REQUIRE = { 'dynamic-import': false };
