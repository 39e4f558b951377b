import { Identity, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { share } from './heap';

/**
 * `Identity`, which `clone` uses, and a gradient to save its inputs. The wasm kernel of tfjs copies every number; ours only
 * counts one more reference, as `Reshape` does. (`SaliencyAdam`, the only kernel that writes in place, handles shared numbers.)
 */
export const identityConfig: KernelConfig = {
  kernelName: Identity,
  backendName: 'wasm',
  kernelFunc: ({ inputs }) => share(inputs.x as TensorInfo),
};
