import { grad, neg, slice, sub, sum, tensor2d, tidy, type Scalar, type Tensor3D } from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network/network';

/**
 * How the logit of one label less that of another grows with each word's vector, `[words, dimension]`; float32, one
 * forward and one backward pass. A lone output is the log-odds of the last of two labels.
 */
export function vectorGradient(
  network: Network,
  ids: Int32Array,
  mask: Float32Array,
  label: number,
  other: number,
): Float32Array {
  let gradient: Float32Array | undefined;
  // Assigned, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const masks = tensor2d(mask, [1, mask.length]);
    const embedded = network.embed(tensor2d(ids, [1, ids.length], 'int32'));
    const difference = (vectors: Tensor3D): Scalar => {
      const { logits } = network.forward(vectors, masks);
      if (logits.shape[1] === 1) return sum(label === 0 ? neg(logits) : logits);
      return sum(sub(slice(logits, [0, label], [1, 1]), slice(logits, [0, other], [1, 1])));
    };
    gradient = grad((vectors) => difference(vectors as Tensor3D))(embedded).dataSync() as Float32Array;
  });
  return gradient!;
}
