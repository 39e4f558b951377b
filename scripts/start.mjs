// `npm start`: the editor on samples/ with the extension running, in desktop VS Code where `code` is on the PATH,
// else in the browser. `npm start -- [--no-open] [--browser] [--port N]`
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build/build.mjs';
import { onPath } from './editor/chrome.mjs';
import { installEditor } from './editor/install.mjs';
import { openInBrowser } from './editor/open-in-browser.mjs';
import { startServer } from './editor/server.mjs';
import { HOME } from './editor/versions.mjs';
import { packageExtension } from './package.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

const SAMPLES = join(ROOT, 'samples');
/**
 * The file that a first start shows, and where the cursor stands: behind a review that one key explains, where the editor
 * has no word to show the occurrences of.
 */
const FIRST = `${join(SAMPLES, 'film-reviews.md')}:5:1000`;

const startDesktop = async () => {
  await buildAll({ outdir: join(ROOT, 'dist'), production: false });
  await run('code', ['--new-window', `--extensionDevelopmentPath=${ROOT}`, SAMPLES, '--goto', FIRST]);
};

/** @param {number | undefined} port @param {boolean} open */
const startInBrowser = async (port, open) => {
  const [vsix] = await Promise.all([packageExtension(), installEditor({ forTests: false })]);
  const home = join(HOME, 'start');
  await mkdir(home, { recursive: true });
  const server = await startServer({ home, vsix, port, purpose: 'person' });
  // The editor in the browser opens files that its address names.
  const opened = JSON.stringify([
    ['openFile', `vscode-remote://127.0.0.1:${server.port}${FIRST}`],
    ['gotoLineMode', 'true'],
  ]);
  const url = `${server.url}?folder=${encodeURIComponent(SAMPLES)}&payload=${encodeURIComponent(opened)}`;
  console.log(
    `\nVS Code runs with Saliency on samples/: ${url}\nThe cursor stands in a review: Ctrl+Alt+H (on a Mac Ctrl+Option+H) explains it. Ctrl-C ends it.`,
  );
  if (open) openInBrowser(url);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
};

const { values } = parseArgs({
  options: { 'no-open': { type: 'boolean' }, browser: { type: 'boolean' }, port: { type: 'string' } },
});
const port = values.port === undefined ? undefined : Number(values.port);
if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
  console.error(`--port takes a number from 1 to 65535, not ${values.port}.`);
  process.exit(2);
}
const desktop = onPath('code') && !values.browser && !values['no-open'] && port === undefined;
await (desktop ? startDesktop() : startInBrowser(port, !values['no-open']));
