import { defineConfig } from 'vitest/config';
import { CountReporter } from '../../scripts/test/count-reporter.mjs';

/** Not a test: `npm run pictures` makes media/ anew with the drivers of the journeys. */
export default defineConfig({
  resolve: { alias: { vscode: new URL('../doubles/vscode.ts', import.meta.url).pathname } },
  test: {
    include: ['test/pictures/*.pictures.ts'],
    fileParallelism: false,
    retry: 1,
    testTimeout: 400_000,
    // A second is too short where a machine has other work.
    expect: { poll: { timeout: 60_000 } },
    reporters: ['verbose', new CountReporter()],
  },
});
