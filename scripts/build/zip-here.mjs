import { dirname } from 'node:path';

/**
 * The library that writes workbooks has fflate zip what is longer than 160 KB on threads of its own. In a worker there are none
 * to start, and the workbook would never be done: it is zipped on the thread that asks for it.
 * @type {import('esbuild').Plugin}
 */
export const zipHere = {
  name: 'zip-here',
  setup(build) {
    build.onLoad({ filter: /write-excel-file[\\/]modules[\\/]zip[\\/]zipToArrayBuffer\.js$/ }, ({ path }) => ({
      contents: `import { zipSync } from 'fflate'; export default async (files) => zipSync(files).buffer;`,
      resolveDir: dirname(path),
    }));
  },
};
