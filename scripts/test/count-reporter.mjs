import { writeFileSync } from 'node:fs';

/**
 * A vitest reporter that counts: writes a {@link Count} to the file that COUNT_FILE names, and names every test that
 * passed only when it was run again. A file that cannot be loaded, or an error outside any test,
 * counts as a failure: a test must not count as passed because it did not run.
 */
export class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    const failures = errors.map((error) => firstLine(error));
    const count = { passed: 0, failed: errors.length, retried: 0, failures };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state, errors: said } = test.result();
        if (state === 'passed') count.passed++;
        if (state === 'failed') {
          count.failed++;
          failures.push(`${module.relativeModuleId} > ${test.fullName}: ${firstLine(said?.at(-1))}`);
        }
        if (test.diagnostic()?.flaky) {
          count.retried++;
          console.log(`Passed only when run again: ${test.fullName}`);
        }
      }
      if (!module.ok() && !tests.some((test) => test.result().state === 'failed')) {
        count.failed++;
        failures.push(`${module.relativeModuleId}: ${firstLine(module.errors()[0])}`);
      }
    }
    if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, JSON.stringify(count));
  }
}

/** @param {unknown} error */
const firstLine = (error) => {
  const message = error instanceof Object && 'message' in error ? error.message : error;
  return String(message ?? '').split('\n', 1)[0];
};
