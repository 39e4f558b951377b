/**
 * The result of one kind of test. `failures` names each failed test and the first line of what it said.
 * @typedef {{ passed: number, failed: number, retried: number, failures: readonly string[] }} Count
 */

/** @param {string[]} failures @returns {Count} of a kind whose tests could not run */
export const failedToRun = (...failures) => ({ passed: 0, failed: 1, retried: 0, failures });

/** @param {readonly Count[]} counts @returns {Count} */
export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  retried: counts.reduce((total, { retried }) => total + retried, 0),
  failures: counts.flatMap(({ failures }) => failures),
});
