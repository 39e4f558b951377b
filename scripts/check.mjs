// `npm run check`: types, lint, imports, dead code, code that only tests use, and format, side by side. Quick, strict, and without a browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** What is checked, as the command lines a person would type. */
const PARTS = {
  types: ['tsc', '-p', 'tsconfig.json'],
  'types of the pure rooms': ['tsc', '-p', 'tsconfig.pure.json'],
  lint: ['eslint', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
  'rooms and circles': ['depcruise', 'src'],
  'dead code': ['knip'],
  'code for tests alone': ['knip', '--production'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
};

/**
 * @param {string} name
 * @param {readonly string[]} command
 * @returns {Promise<boolean>} whether it found nothing
 */
const part = (name, [tool, ...args]) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(join(ROOT, 'node_modules', '.bin', tool), args, {
      cwd: ROOT,
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)${code === 0 ? '' : `\n${output}`}`);
      resolve(code === 0);
    });
  });

const results = await Promise.all(Object.entries(PARTS).map(([name, command]) => part(name, command)));
process.exitCode = results.every(Boolean) ? 0 : 1;
