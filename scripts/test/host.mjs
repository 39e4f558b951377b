import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { CHROME_ARGUMENTS, requireChrome } from '../editor/chrome.mjs';
import { startServer } from '../editor/server.mjs';
import { webHost } from '../editor/web-host.mjs';
import { ROOT } from '../root.mjs';
import { failedToRun } from './count.mjs';
import { writeExpected } from './expected.mjs';

/** How long a run inside the extension host may take: ten minutes, and more where SALIENCY_RANDOM asks for more sequences. */
const LIMIT = 600_000 + 10_000 * Number(process.env.SALIENCY_RANDOM ?? 0);

/** How test/host marks a line that people should read. */
const NOTE = '@@note ';

/** How test/host/report.ts marks a line that is a result. */
const MARK = '@@test ';

/**
 * Runs test/host inside the extension host of a real VS Code: the Node process, or the browser's web worker.
 * @param {'node' | 'web'} host
 * @param {{ proveFailure: boolean }} how
 * @returns {Promise<import('./count.mjs').Count>}
 */
export const testInHost = async (host, { proveFailure }) => {
  const bundle = await bundleTests(host, proveFailure);
  const home = await mkdtemp(join(tmpdir(), 'saliency-host-'));
  const folder = join(home, 'work');
  await cp(join(ROOT, 'test', 'fixtures', 'workspace'), folder, { recursive: true });
  await writeExpected(folder);
  const server = await startServer({ home, settings: host === 'web' ? webHost() : {} });
  const browser = await chromium.launch({ executablePath: requireChrome(), args: CHROME_ARGUMENTS });
  try {
    return await runIn(await browser.newPage(), server, folder, bundle);
  } finally {
    await browser.close();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
};

/**
 * @param {import('playwright-core').Page} page
 * @param {import('../editor/server.mjs').EditorServer} server
 * @param {string} folder
 * @param {string} bundle
 */
const runIn = async (page, server, folder, bundle) => {
  /** @type {string[]} */
  const failures = [];
  const count = { passed: 0, failed: 0, retried: 0, failures };
  /** @type {string[]} */
  const said = [];
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    setTimeout(resolve, LIMIT, -1).unref();
  });
  await page.exposeFunction('codeAutomationLog', async (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    for (const line of args.map(String)) {
      if (line.startsWith(NOTE)) console.log(`         ${line.slice(NOTE.length)}`);
      else if (!line.startsWith(MARK)) said.push(line);
      else if (!hear(line, count) && count.failed === 1) await showFailure(page, said);
    }
  });
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(ROOT)],
    ['extensionTestsPath', remote(bundle)],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  await page.goto(`${server.url}?${query}`, { timeout: LIMIT });
  const code = await exit;
  if (code !== 0 && count.failed === 0) {
    tellLast(said);
    const problem =
      code === -1 ? `The tests did not end within ${LIMIT / 1000} s.` : `The host ended with status ${code}.`;
    console.log(`  ${problem}`);
    return { ...count, failed: 1, failures: [problem] };
  }
  // A run that reported no test did not run any.
  return count.passed + count.failed === 0 ? failedToRun('No test reported a result.') : count;
};

/**
 * Takes a picture of the editor when the first test fails, and prints the end of its console: a test that hangs reports neither.
 * @param {import('playwright-core').Page} page
 * @param {readonly string[]} said
 */
const showFailure = async (page, said) => {
  const path = join(ROOT, 'out', 'host', 'failed.png');
  await page.screenshot({ path, timeout: 10_000 }).then(
    () => console.log(`  The editor then: ${path}`),
    (error) => console.log(`  No picture of the editor: ${error}`),
  );
  tellLast(said);
};

/** The end of the editor's console. @param {readonly string[]} said */
const tellLast = (said) => console.log(said.slice(-40).join('\n'));

/**
 * Counts and prints a result.
 * @param {string} line
 * @param {import('./count.mjs').Count & { failures: string[] }} count
 * @returns {boolean} whether it passed
 */
const hear = (line, count) => {
  const { outcome, title, milliseconds = 0, error } = JSON.parse(line.slice(MARK.length));
  if (outcome === 'passed') count.passed++;
  else {
    count.failed++;
    count.failures.push(`${title}: ${String(error ?? '').split('\n', 1)[0]}`);
  }
  const slow = milliseconds > 1000 ? ` (${(milliseconds / 1000).toFixed(1)} s)` : '';
  console.log(`  ${outcome === 'passed' ? 'ok    ' : 'FAILED'} ${title}${slow}${error ? `\n${error}` : ''}`);
  return outcome === 'passed';
};

/** @param {'node' | 'web'} host @param {boolean} proveFailure */
const bundleTests = async (host, proveFailure) => {
  const outfile = join(ROOT, 'out', 'host', `${host}.cjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/host/index.ts'],
    outfile,
    bundle: true,
    // Mocha's file assigns module.exports wherever it finds one: ours must come last.
    format: 'iife',
    globalName: 'tests',
    footer: { js: 'module.exports = tests;' },
    platform: host === 'web' ? 'browser' : 'node',
    external: ['vscode'],
    define: {
      PROVE_FAILURE: `${proveFailure}`,
      HOST: JSON.stringify(host),
      // `SALIENCY_GREP='How fast' npm test -- --only host` runs the tests whose titles have that in them.
      GREP: JSON.stringify(process.env.SALIENCY_GREP ?? ''),
      // `SALIENCY_RANDOM=200 npm test -- --only host` takes minutes.
      RANDOM_SEQUENCES: `${Number(process.env.SALIENCY_RANDOM ?? 10)}`,
      // The time limits are meant for a machine that does nothing else; tests often share theirs.
      PATIENCE_FACTOR: `${Number(process.env.SALIENCY_PATIENCE ?? 5)}`,
    },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
};
