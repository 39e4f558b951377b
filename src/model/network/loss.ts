import {
  cast,
  logSoftmax,
  mean,
  mul,
  neg,
  oneHot,
  reshape,
  slice,
  softplus,
  sub,
  sum,
  type Scalar,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';

/**
 * Mean cross-entropy over the batch. One output: sigmoid, its logit is the log-odds of the second label.
 * Several: softmax. `targets` are label indices `[batch]`, or a distribution over the labels `[batch, labels]`, as a
 * teacher gives it (Hinton et al. 2015).
 */
export function crossEntropy(logits: Tensor2D, targets: Tensor1D | Tensor2D): Scalar {
  const [batch, outputs] = logits.shape;
  if (outputs === 1) {
    const target = targets.rank === 2 ? secondColumn(targets as Tensor2D) : cast(targets, 'float32');
    const z = reshape(logits, [batch]);
    return mean(sub(softplus(z), mul(target, z)));
  }
  const target = targets.rank === 2 ? targets : cast(oneHot(targets as Tensor1D, outputs), 'float32');
  return neg(mean(sum(mul(target, logSoftmax(logits)), 1)));
}

const secondColumn = (targets: Tensor2D): Tensor1D =>
  reshape(slice(targets, [0, 1], [targets.shape[0], 1]), [targets.shape[0]]);
