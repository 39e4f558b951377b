/** Two logits for the one of a sigmoid, which is the log-odds of the last of two labels. */
export const bothLogits = (logits: ArrayLike<number>): number[] =>
  logits.length === 1 ? [0, logits[0]] : Array.from(logits);

/** Shares of one by the logits, one a label; a temperature above 1 flattens them (Guo et al. 2017). */
export function softmax(logits: readonly number[], temperature = 1): number[] {
  const scaled = logits.map((logit) => logit / temperature);
  const largest = Math.max(...scaled);
  const powers = scaled.map((logit) => Math.exp(logit - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/**
 * Probabilities of the labels, from bad to good, out of a network's logits.
 *
 * @param logits `[outputs]`; a lone one is the log-odds of the last of two labels (sigmoid), more are one a label
 *   (softmax)
 * @param temperature divides the logits; 1 = uncalibrated
 */
export const probabilitiesOf = (logits: ArrayLike<number>, temperature = 1): number[] =>
  softmax(bothLogits(logits), temperature);

/** The position of the largest number, the first of equals. */
export function largestAt(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
