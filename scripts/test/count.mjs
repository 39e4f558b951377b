/**
 * The result of one kind of test.
 * @typedef {{ passed: number, failed: number, retried: number }} Count
 */

/** @param {readonly Count[]} counts @returns {Count} */
export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  retried: counts.reduce((total, { retried }) => total + retried, 0),
});
