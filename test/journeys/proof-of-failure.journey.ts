import { expect, test } from 'vitest';

// Shows that a failing journey fails the whole run: SALIENCY_PROVE_FAILURE=journeys npm test -- --only journeys
test.runIf(process.env.SALIENCY_PROVE_FAILURE === 'journeys')('a journey that fails on purpose', () => {
  expect('this failure').toBe('on purpose (SALIENCY_PROVE_FAILURE)');
});
