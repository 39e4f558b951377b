import {
  add,
  cast,
  logSoftmax,
  mean,
  mul,
  neg,
  oneHot,
  reshape,
  softplus,
  sub,
  sum,
  type Scalar,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';

/**
 * Mean cross-entropy over the batch. One output: sigmoid, its logit is the log-odds of the second label.
 * Several: softmax. `smoothing` spreads that share of the target evenly over all labels (Szegedy et al. 2016).
 */
export function crossEntropy(logits: Tensor2D, labels: Tensor1D, smoothing = 0): Scalar {
  const outputs = logits.shape[1];
  if (outputs === 1) {
    const hard = cast(labels, 'float32');
    const target = smoothing === 0 ? hard : add(mul(hard, 1 - smoothing), smoothing / 2);
    const z = reshape(logits, [logits.shape[0]]);
    return mean(sub(softplus(z), mul(target, z)));
  }
  const hard = cast(oneHot(labels, outputs), 'float32');
  const target = smoothing === 0 ? hard : add(mul(hard, 1 - smoothing), smoothing / outputs);
  return neg(mean(sum(mul(target, logSoftmax(logits)), 1)));
}
