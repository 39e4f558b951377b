import { defineConfig } from 'vitest/config';
import { CountReporter } from '../../scripts/test/count-reporter.mjs';

export default defineConfig({
  test: { include: ['test/package/*.test.ts'], reporters: ['verbose', new CountReporter()] },
});
