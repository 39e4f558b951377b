import { defineConfig } from 'vitest/config';
import { CountReporter } from './scripts/test/count-reporter.mjs';

export default defineConfig({
  // Unit tests of src/extension run outside the editor.
  resolve: { alias: { vscode: new URL('./test/doubles/vscode.ts', import.meta.url).pathname } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'test/*.test.ts'],
    maxWorkers: 2,
    // tfjs publishes ES modules that Node cannot load by itself; kernels import parts of them.
    server: { deps: { inline: [/@tensorflow\/tfjs-(core|backend-wasm)/] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: [process.env.CI ? 'dot' : 'default', new CountReporter()],
  },
});
