import type { BackendBytes } from '../../kernels/backend';
import { startTestBackend as start, testBytes as bytes } from '../../kernels/testing';

// For the tests of the rooms that know kernels only through models.

/** See `kernels/testing`. */
export const startTestBackend = (): Promise<void> => start();

/** See `kernels/testing`. */
export const testBytes = (): Promise<BackendBytes> => bytes();
