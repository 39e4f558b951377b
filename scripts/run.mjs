import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a program. Resolves when it succeeds; rejects with its output when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean }} [how] `quiet` shows the output only on failure
 * @returns {Promise<string>} its output, with `quiet`
 */
export const run = (program, args, { cwd = ROOT, env = {}, quiet = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    let complaint = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      reject(new Error(`${[program, ...args].join(' ')} ended with status ${code}.\n${output}${complaint}`));
    });
  });
