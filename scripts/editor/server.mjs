import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.mjs';
import { freePort } from './free-port.mjs';
import { QUIET_SETTINGS, START_SETTINGS } from './settings.mjs';
import { ENTRY, NODE_BIN } from './versions.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} home an own folder for the settings, the extensions and the state of this editor
 * @property {string} [vsix] a packaged extension to install first
 * @property {Record<string, unknown>} [settings] user settings on top of those for the purpose
 * @property {'tests' | 'person'} [purpose] tests (the default): no questions, tips or animations, and a page may drive
 *   the editor; person: the editor's own defaults, and the settings of the last start are kept
 * @property {number} [port] left out: a free one
 */

/**
 * @typedef {object} EditorServer
 * @property {number} port
 * @property {string} url
 * @property {number} pid of the server, which starts the extension host
 * @property {() => Promise<void>} stop
 */

/** The server must not use the network, and must not write into the user's home folder. */
const environment = (/** @type {string} */ home) => ({ EXTENSIONS_GALLERY: '{}', XDG_DATA_HOME: home });

const folders = (/** @type {string} */ home) => [
  ...['--config', join(home, 'config.yaml')],
  ...['--user-data-dir', join(home, 'user')],
  ...['--extensions-dir', join(home, 'extensions')],
];

const OFFLINE = [
  ...['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-proxy'],
  // The server's own advertisement on the editor's welcome page.
  '--disable-getting-started-override',
];

/**
 * The smoke-test driver lets a page run Mocha inside the extension host; without it the request is silently ignored.
 * The driver also hides every notification, so a person's editor must not have it.
 */
const FOR_TESTS = ['--disable-workspace-trust', '--vscode-option', 'enable-smoke-test-driver'];

/**
 * Starts VS Code as a server on this machine; resolves when it answers.
 * @param {ServerOptions} options
 * @returns {Promise<EditorServer>}
 */
export const startServer = async ({ home, vsix, settings = {}, port, purpose = 'tests' }) => {
  const address = port ?? (await freePort());
  await mkdir(join(home, 'user', 'User'), { recursive: true });
  await writeFile(join(home, 'config.yaml'), 'auth: none\n');
  const forTests = purpose === 'tests';
  const all = JSON.stringify({ ...(forTests ? QUIET_SETTINGS : START_SETTINGS), ...settings }, undefined, 2);
  // Keep the settings that a person made in an earlier start.
  const file = join(home, 'user', 'User', 'settings.json');
  if (forTests || !existsSync(file)) await writeFile(file, all);
  const env = environment(home);
  if (vsix)
    await run(NODE_BIN, [ENTRY, ...folders(home), '--install-extension', vsix, '--force'], { env, quiet: true });
  const args = [
    ENTRY,
    ...folders(home),
    '--bind-addr',
    `127.0.0.1:${address}`,
    ...OFFLINE,
    ...(forTests ? FOR_TESTS : []),
  ];
  const child = spawn(NODE_BIN, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = stopper(child);
  await listening(child, address);
  return { port: address, url: `http://127.0.0.1:${address}/`, pid: child.pid ?? 0, stop };
};

/**
 * Resolves when the server says that it listens; rejects with its output if it ends before that.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {number} port
 * @returns {Promise<void>}
 */
const listening = (child, port) =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (/** @type {string} */ text) => {
      said = (said + text).slice(-20_000);
      if (said.includes('HTTP server listening on')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`VS Code ended with status ${code} on port ${port}:\n${said}`)));
  });

/**
 * The server starts child processes. They form one process group with it, which is ended whenever this process ends.
 * @param {import('node:child_process').ChildProcess} child
 */
const stopper = (child) => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // already gone
    }
  };
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
};
