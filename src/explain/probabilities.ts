/**
 * Probabilities of the labels, from bad to good, out of a network's logits.
 *
 * @param logits `[outputs]`; a lone one is the log-odds of the last of two labels (sigmoid), more are one a label
 *   (softmax)
 * @param temperature divides the logits (Guo et al. 2017); 1 = uncalibrated
 */
export function probabilitiesOf(logits: ArrayLike<number>, temperature = 1): number[] {
  const scaled = Array.from(logits, (logit) => logit / temperature);
  const all = scaled.length === 1 ? [0, scaled[0]] : scaled;
  const largest = Math.max(...all);
  const powers = all.map((logit) => Math.exp(logit - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The position of the largest number, the first of equals. */
export function largestAt(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
