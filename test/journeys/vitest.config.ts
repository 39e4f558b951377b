import { defineConfig } from 'vitest/config';
import { CountReporter } from '../../scripts/test/count-reporter.mjs';
import { PAGES } from './pages.vitest.config';

/**
 * Journeys drive a whole editor, with one more try, which is printed and counted. Two at once: each has an editor with
 * folders and a port of its own, and an editor mostly waits.
 */
export default defineConfig({
  // The page's samples are worded by the extension's own code, which asks the editor for translations.
  resolve: { alias: { vscode: new URL('../doubles/vscode.ts', import.meta.url).pathname } },
  test: {
    include: ['test/journeys/*.journey.ts'],
    exclude: [PAGES],
    maxWorkers: 2,
    retry: 1,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    reporters: ['verbose', new CountReporter()],
  },
});
