import { defineConfig } from 'vitest/config';
import { CountReporter } from '../../scripts/test/count-reporter.mjs';

/** The journeys through one page of the extension: they need a browser, but no editor. */
export const PAGES = 'test/journeys/*-page.journey.ts';

/** Two files at once: each has a browser of its own, and no page's test measures time. */
export default defineConfig({
  // The page's samples are worded by the extension's own code, which asks the editor for translations.
  resolve: { alias: { vscode: new URL('../doubles/vscode.ts', import.meta.url).pathname } },
  test: {
    include: [PAGES],
    maxWorkers: 2,
    retry: 1,
    testTimeout: 300_000,
    // A second is too short where a machine has other work.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 120_000,
    reporters: ['verbose', new CountReporter()],
  },
});
