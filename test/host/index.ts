// The browser build of Mocha is one file and needs no Node: the same bundle runs in both extension hosts.
import 'mocha/mocha.js';
import { LineReporter } from './report';

/** Set when the bundle is built, see scripts/test/host.mjs. */
declare const GREP: string;

/** What VS Code calls inside the extension host. Rejects when a test has failed. */
export const run = async (): Promise<void> => {
  const mocha = new Mocha({ ui: 'tdd', timeout: 120_000, reporter: LineReporter, grep: GREP });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./suites');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
};
