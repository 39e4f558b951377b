import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.mjs';
import { freePort } from './free-port.mjs';
import { QUIET_SETTINGS } from './settings.mjs';
import { ENTRY, NODE_BIN } from './versions.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} home an own folder for the settings, the extensions and the state of this editor
 * @property {string} [vsix] a packaged extension to install first
 * @property {Record<string, unknown>} [settings] user settings on top of the quiet ones
 * @property {number} [port] left out: a free one
 */

/**
 * @typedef {object} EditorServer
 * @property {number} port
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/** The server must reach nothing outside, and must not write into the user's home. */
const environment = (/** @type {string} */ home) => ({ EXTENSIONS_GALLERY: '{}', XDG_DATA_HOME: home });

const folders = (/** @type {string} */ home) => [
  ...['--config', join(home, 'config.yaml')],
  ...['--user-data-dir', join(home, 'user')],
  ...['--extensions-dir', join(home, 'extensions')],
];

/** The smoke-test driver lets a page run Mocha inside the extension host; without it the request is ignored in silence. */
const QUIET = [
  ...['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
  ...['--disable-getting-started-override', '--disable-proxy', '--vscode-option', 'enable-smoke-test-driver'],
];

/**
 * Starts VS Code as a server on this machine; resolves when it answers.
 * @param {ServerOptions} options
 * @returns {Promise<EditorServer>}
 */
export const startServer = async ({ home, vsix, settings = {}, port }) => {
  const address = port ?? (await freePort());
  await mkdir(join(home, 'user', 'User'), { recursive: true });
  await writeFile(join(home, 'config.yaml'), 'auth: none\n');
  const all = JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2);
  await writeFile(join(home, 'user', 'User', 'settings.json'), all);
  const env = environment(home);
  if (vsix)
    await run(NODE_BIN, [ENTRY, ...folders(home), '--install-extension', vsix, '--force'], { env, quiet: true });
  const args = [ENTRY, ...folders(home), '--bind-addr', `127.0.0.1:${address}`, ...QUIET];
  const child = spawn(NODE_BIN, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = stopper(child);
  await listening(child, address);
  return { port: address, url: `http://127.0.0.1:${address}/`, stop };
};

/**
 * Resolves when the server says that it listens; rejects with its words where it ends instead.
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
 * The server forks; it and its children form one process group, which ends with us, whatever ends us.
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
