// Installs the real VS Code that the tests and `npm start` use: `node scripts/editor/install.mjs`. Reused when present.
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../run.mjs';
import { installSystemPackages } from './system-packages.mjs';
import { CODE_SERVER, HOME, NODE, NODE_HOME } from './versions.mjs';

/**
 * Installs the editor unless it is installed already, and reports steps that take long. Tests also need a browser
 * and fonts.
 * @param {{ forTests?: boolean }} [how]
 */
export const installEditor = async ({ forTests = true } = {}) => {
  await installSystemPackages(forTests);
  await install('node', NODE, {});
  await install('code-server', CODE_SERVER, {
    PATH: `${join(NODE_HOME, 'bin')}${delimiter}${process.env.PATH}`,
    // Its native modules must be built against its own Node's headers, whatever the user's npm configuration says.
    npm_config_nodedir: NODE_HOME,
    // Inside `npm test` this names the Node that runs the tests; code-server takes it for the one that it is built for.
    npm_config_user_agent: undefined,
  });
};

/**
 * Installs one package into a folder of its own, so that it shares no dependencies with the project. A file that is
 * written last marks the installation as complete: one that was interrupted starts again.
 * @param {string} folder
 * @param {string} name with its version
 * @param {Record<string, string | undefined>} env
 */
const install = async (folder, name, env) => {
  const cwd = join(HOME, folder);
  const whole = join(cwd, `${name}.installed`);
  if (existsSync(whole)) return;
  console.log(`Installing ${name} into .vscode-test/${folder} …`);
  await rm(cwd, { recursive: true, force: true });
  await mkdir(cwd, { recursive: true });
  await writeFile(join(cwd, 'package.json'), '{ "private": true }\n');
  await run('npm', ['install', '--no-audit', '--no-fund', name], { cwd, env, quiet: true });
  await writeFile(whole, '');
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) await installEditor();
