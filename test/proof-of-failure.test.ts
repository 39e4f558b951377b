import { expect, test } from 'vitest';

// Shows that a failing unit test fails the whole run: SALIENCY_PROVE_FAILURE=units npm test -- --only units
test.runIf(process.env.SALIENCY_PROVE_FAILURE === 'units')('a unit test that fails on purpose', () => {
  expect('this failure').toBe('on purpose (SALIENCY_PROVE_FAILURE)');
});
