import { defineConfig } from 'vitest/config';
import { CountReporter } from '../../scripts/test/count-reporter.mjs';

export default defineConfig({
  // vsce lists the package's files, which takes seconds on a busy machine.
  test: { include: ['test/package/*.test.ts'], testTimeout: 60_000, reporters: ['verbose', new CountReporter()] },
});
