import { startKernels } from '../../kernels/inference/kernel-module';
import { testBytes as bytes } from '../../kernels/testing/backend';
import { startTensors } from '../network/tensors';

// For the tests of the rooms that know kernels only through models.

/** Starts all that models compute with from a clone's own files. For `beforeAll`. */
export async function startTestBackend(): Promise<void> {
  const { tfjs, kernels } = await bytes();
  await startTensors({ tfjs, kernels: await startKernels(kernels) });
}

/** See `kernels/testing`. */
export const testBytes = bytes;
