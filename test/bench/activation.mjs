import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { INSTALLATION } from './engine.mjs';
import { median, spread } from './measure.mjs';

const ONCE = join(__dirname, '../activate-once.cjs');

/**
 * Milliseconds that the extension host spends on the start of the extension: to load its bundle, and to activate it. The
 * editor's own figure has what else goes on in the host meanwhile. Another bundle takes turns, each in a new process.
 */
export const measureActivation = ({ quick, against }) => {
  const bundles = [join(INSTALLATION, 'dist', 'extension.cjs'), ...(against ? [resolve(against)] : [])];
  const runs = new Map(bundles.map((bundle) => [bundle, []]));
  for (let run = 0; run < (quick ? 5 : 21); run++)
    for (const bundle of bundles)
      runs.get(bundle).push(JSON.parse(execFileSync(process.execPath, [ONCE, bundle], { encoding: 'utf8' })));
  const activation = bundles.map((bundle) => {
    const [load, activate] = ['load', 'activate'].map((part) => runs.get(bundle).map((one) => one[part]));
    return { bundle, load: median(load), spread: spread(load), activate: median(activate) };
  });
  return { activation };
};
