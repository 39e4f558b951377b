import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';
import { run } from '../run.mjs';
import { failedToRun } from './count.mjs';

/**
 * Runs vitest with one of our configurations in a process of its own.
 * @param {string} kind
 * @param {string} config
 * @param {Record<string, string>} [env]
 * @returns {Promise<import('./count.mjs').Count>}
 */
export const vitest = async (kind, config, env = {}) => {
  const file = join(ROOT, 'out', 'counts', `${kind}.json`);
  await mkdir(join(ROOT, 'out', 'counts'), { recursive: true });
  await rm(file, { force: true });
  const program = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const problem = await run(process.execPath, [program, 'run', '--config', config], {
    env: { ...env, COUNT_FILE: file },
  }).then(
    () => undefined,
    (error) => error,
  );
  /** @type {import('./count.mjs').Count} */
  const count = await readFile(file, 'utf8').then(JSON.parse, () => failedToRun('vitest did not write its results.'));
  // vitest can also fail without a failed test: then that is the failure.
  return problem && count.failed === 0 ? { ...count, failed: 1, failures: [String(problem)] } : count;
};
