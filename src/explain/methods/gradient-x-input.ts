import { grad, tensor2d, tidy, type Tensor3D } from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network/network';
import type { AttributionMethod, Task } from './method';
import { logitSum, type LogitWeights } from './target';
import { wordDots } from './word-dots';

/**
 * How the target's logit would change, to first order, if a word's vector shrank to zero.
 *
 * Source: Shrikumar et al. 2016, "Not just a black box"; Kindermans et al. 2016.
 * Formula: Σ_k ∂logit(target)/∂x_ik · x_ik over the dimensions k of word i's vector; the logit before temperature, of
 * a lone sigmoid the log-odds (+z for the last label, −z for the first).
 * Cost: one float32 forward and one backward pass. Signed: for (+) or against (−) the target. Not complete: a
 * first-order estimate that need not add up to a difference of logits, so none is reported. Baseline: the zero
 * embedding.
 */
export const gradientTimesInput: AttributionMethod = {
  name: 'gradient-x-input',
  definedFor: 'models that read word vectors',
  offeredFor: ({ reads }) => reads !== 'ngrams',
  attribute: (task) => ({ scores: gradientTimesInputScores(task) }),
};

/** `[words]`: the scores of this method, for others that weigh them. */
export function gradientTimesInputScores({ reader, ids, mask, target }: Task): Float64Array {
  const found = reader.gradients?.(ids, mask, target);
  return found ? wordDots(found.gradients, found.vectors, mask) : throughNetwork(reader.network, ids, mask, target);
}

function throughNetwork(network: Network, ids: Int32Array, mask: Float32Array, target: LogitWeights): Float64Array {
  let scores: Float64Array | undefined;
  // Assigned, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const masks = tensor2d(mask, [1, mask.length]);
    const embedded = network.embed(tensor2d(ids, [1, ids.length], 'int32'));
    const gradient = grad((vectors) => logitSum(target, network.forward(vectors as Tensor3D, masks).logits))(embedded);
    scores = wordDots(gradient.dataSync() as Float32Array, embedded.dataSync() as Float32Array, mask);
  });
  return scores!;
}
