/**
 * A library that unzips with fflate's build for Node would start threads from source text, by `createRequire`. The build for
 * browsers does the same work on the thread that asks for it, and needs no module of Node.
 * @type {import('esbuild').Plugin}
 */
export const browserFflate = {
  name: 'browser-fflate',
  setup(build) {
    build.onResolve({ filter: /^fflate$/ }, ({ resolveDir, kind }) =>
      build.resolve('fflate/browser', { resolveDir, kind }),
    );
  },
};
