import { Identity, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { share } from './heap';

/**
 * `Identity`, behind `clone` and behind what a gradient saves: tfjs's wasm kernel copies every number, ours counts one
 * more reference to them, as `Reshape` does. (`SaliencyAdam`, the one kernel that writes in place, takes care.)
 */
export const identityConfig: KernelConfig = {
  kernelName: Identity,
  backendName: 'wasm',
  kernelFunc: ({ inputs }) => share(inputs.x as TensorInfo),
};
