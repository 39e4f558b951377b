import type { BackendBytes } from '../../kernels/tensors/backend';
import { testBytes as bytes } from '../../kernels/testing';
import { startTensors } from '../network/tensors';

// For the tests of the rooms that know kernels only through models.

/** Starts all that models compute with from a clone's own files. For `beforeAll`. */
export const startTestBackend = async (): Promise<void> => startTensors(await bytes());

/** See `kernels/testing`. */
export const testBytes = (): Promise<BackendBytes> => bytes();
