import { defineConfig } from 'vitest/config';
import { CountReporter } from '../../scripts/test/count-reporter.mjs';
import { PAGES } from './pages.vitest.config';

/** The one journey that measures a time: nothing else runs beside it. */
const ALONE = 'test/journeys/speed.journey.ts';

/**
 * Journeys drive a whole editor, with one more try, which is printed and counted. Two at once: each has an editor with
 * folders and a port of its own, and an editor mostly waits.
 */
export default defineConfig({
  // The page's samples are worded by the extension's own code, which asks the editor for translations.
  resolve: { alias: { vscode: new URL('../doubles/vscode.ts', import.meta.url).pathname } },
  test: {
    retry: 1,
    testTimeout: 300_000,
    // A second is too short where a machine has other work.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 120_000,
    reporters: ['verbose', new CountReporter()],
    projects: [
      { extends: true, test: { name: 'alone', include: [ALONE], sequence: { groupOrder: 0 }, maxWorkers: 1 } },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/*.journey.ts'],
          exclude: [PAGES, ALONE],
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
});
