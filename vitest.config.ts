import { defineConfig } from 'vitest/config';
import { tfjsAliases } from './scripts/test/tfjs-for-tests.mjs';
import { CountReporter } from './scripts/test/count-reporter.mjs';

export default defineConfig({
  // Unit tests of src/extension run outside the editor.
  resolve: {
    alias: [
      { find: 'vscode', replacement: new URL('./test/doubles/vscode.ts', import.meta.url).pathname },
      ...(await tfjsAliases()),
    ],
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'test/*.test.ts'],
    maxWorkers: 2,
    silent: 'passed-only',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A second is too short where a machine has other work.
    expect: { poll: { timeout: 30_000 } },
    reporters: [process.env.CI ? 'dot' : 'default', new CountReporter()],
  },
});
