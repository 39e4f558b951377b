/** Keeps quotients finite where a sum is near zero; the value of Arras et al. 2017. */
const EPSILON = 0.001;

/** `z` moved away from zero. */
export const awayFromZero = (z: number): number => (z < 0 ? z - EPSILON : z + EPSILON);

/**
 * The ε-rule of layer-wise relevance propagation (Bach et al. 2015) for a dense layer: R_i = x_i Σ_o w_io R_o / z'_o with
 * z' = z + ε·sign z. What the biases and ε would get is kept: Σ_o (b_o + z'_o − z_o) R_o / z'_o.
 *
 * @param x `[inputs]`
 * @param z `[outputs]`: x·W + b
 * @param kernel `[inputs, outputs]`
 * @param bias `[outputs]`
 * @param relevance `[outputs]`
 */
export function epsilonRule(
  x: ArrayLike<number>,
  z: ArrayLike<number>,
  kernel: ArrayLike<number>,
  bias: ArrayLike<number>,
  relevance: Float64Array,
): { readonly relevance: Float64Array; readonly kept: number } {
  const outputs = relevance.length;
  let kept = 0;
  const parts = relevance.map((value, o) => {
    const part = value / awayFromZero(z[o]);
    kept += part * (bias[o] + awayFromZero(z[o]) - z[o]);
    return part;
  });
  const handed = Float64Array.from({ length: x.length }, (_, i) => {
    if (x[i] === 0) return 0;
    let sum = 0;
    for (let o = 0; o < outputs; o++) sum += kernel[i * outputs + o] * parts[o];
    return x[i] * sum;
  });
  return { relevance: handed, kept };
}
