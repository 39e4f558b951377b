/**
 * An esbuild plugin that keeps `views.ts` out of the bundle that VS Code loads at the start: `import('./views')` becomes
 * a `require` of a second bundle, which is loaded when it is first needed.
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

/** Without it esbuild keeps `import()`, which loads CommonJS without the hook through which the editor provides `vscode`. */
export const BY_REQUIRE = { 'dynamic-import': false };
