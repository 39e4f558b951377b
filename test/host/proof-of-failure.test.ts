/** Set when the bundle is built, see scripts/test/host.mjs. */
declare const PROVE_FAILURE: boolean;

// Shows that a failing test fails the whole run: SALIENCY_PROVE_FAILURE=host npm test -- --only host
if (PROVE_FAILURE) {
  test('a test that fails on purpose', () => {
    throw new Error('This failure is on purpose (SALIENCY_PROVE_FAILURE).');
  });
}
