/**
 * What a signed explanation is for, as a factor for each of the network's outputs: their sum of products with the logits
 * is *the target's logit*. One label: its logit. One label rather than another: the difference of the two. Where a lone
 * output is the log-odds of the last of two labels, it counts with its sign turned for the first.
 */
export type LogitWeights = Float32Array;

/**
 * @param outputs of the network
 * @param label position in the model's labels
 * @param against position of the label to compare with; left out: none
 */
export function targetOf(outputs: number, label: number, against?: number): LogitWeights {
  if (outputs === 1) return Float32Array.of(label === 0 ? -1 : 1);
  const factors = new Float32Array(outputs);
  factors[label] = 1;
  if (against !== undefined) factors[against] = -1;
  return factors;
}

/** The target's logit. */
export function logitOf(target: LogitWeights, logits: ArrayLike<number>): number {
  return target.reduce((total, factor, output) => (factor === 0 ? total : total + factor * logits[output]), 0);
}
