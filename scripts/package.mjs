// Packages the extension: `npm run package` writes out/saliency.vsix (built for production).
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { writeModelList } from './build/model-list.mjs';
import { ROOT } from './root.mjs';

export const VSIX = join(ROOT, 'out', 'saliency.vsix');

/** The warnings of the packager's last run, one a line. test/package fails unless this file is empty. */
export const WARNINGS = join(ROOT, 'out', 'package-warnings.txt');

/** Builds for production and packages; resolves with the file's path. */
export const packageExtension = async () => {
  await mkdir(join(ROOT, 'out'), { recursive: true });
  /** @type {string[]} */
  const warnings = [];
  const { warn } = console;
  console.warn = (...args) => {
    warnings.push(args.join(' '));
    warn(...args);
  };
  try {
    await packaged();
  } finally {
    console.warn = warn;
    await writeFile(WARNINGS, warnings.map((each) => `${each}\n`).join(''));
  }
  return VSIX;
};

const packaged = async () => {
  // What the bundles need is inside them. The readme's relative links stay as they are: there is no address to add.
  // The script before packaging leaves the list of what is packaged; the clone has more.
  try {
    await createVSIX({
      cwd: ROOT,
      packagePath: VSIX,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
  } finally {
    await writeModelList(join(ROOT, 'dist'), 'all');
  }
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) await packageExtension();
