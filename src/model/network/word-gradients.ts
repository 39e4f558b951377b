import {
  grad,
  mul,
  sum,
  tensor2d,
  tensor3d,
  tidy,
  tile,
  type Scalar,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type { Float32Network, PathGradients } from '../inference/float32-network';
import type { Ids } from '../inference/forward';
import type { Network } from './network';

/** Σ factor · logit of a batch `[batch, outputs]`: the gradient of the sum is that of each text. */
const weighed = (factors: Float32Array, logits: Tensor2D): Scalar =>
  sum(mul(logits, tensor2d(factors, [1, factors.length])));

/** One forward and one backward pass. */
export function gradientsOf(
  network: Network,
  ids: Int32Array,
  mask: Float32Array,
  factors: Float32Array,
): ReturnType<Float32Network['gradients']> {
  let found: ReturnType<Float32Network['gradients']> | undefined;
  // Assigned, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const masks = tensor2d(mask, [1, mask.length]);
    const embedded = network.embed(tensor2d(ids, [1, ids.length], 'int32'));
    const gradient = grad((x) => weighed(factors, network.forward(x as Tensor3D, masks).logits))(embedded);
    found = { gradients: gradient.dataSync() as Float32Array, vectors: embedded.dataSync() as Float32Array };
  });
  return found!;
}

/** One forward and one backward pass with the word vectors times each of `alphas`. */
export function gradientsAlong(
  network: Network,
  { ids, mask }: Ids,
  factors: Float32Array,
  alphas: readonly number[],
): PathGradients {
  let found: PathGradients | undefined;
  tidy(() => {
    const [batch, time] = [alphas.length, ids.length];
    const embedded = network.embed(tensor2d(ids, [1, time], 'int32'));
    const vectors = embedded.dataSync() as Float32Array;
    const masks = tile(tensor2d(mask, [1, time]), [batch, 1]);
    let logits = new Float32Array();
    const path = mul<Tensor3D>(embedded, tensor3d([...alphas], [batch, 1, 1]));
    const gradients = grad((x) => {
      const activations = network.forward(x as Tensor3D, masks);
      logits = activations.logits.dataSync() as Float32Array<ArrayBuffer>;
      return weighed(factors, activations.logits);
    })(path).dataSync() as Float32Array;
    found = { logits, gradients, vectors };
  });
  return found!;
}
