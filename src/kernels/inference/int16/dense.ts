import type { DenseWeights } from './weights';

/** kernelᵀ·inputs + bias, summed in float64 in a fixed order; the few outputs of a head cost next to nothing. */
export const dense = ({ kernel, bias }: DenseWeights, inputs: Float32Array): Float32Array => {
  const sums = Float64Array.from(bias);
  for (let k = 0, at = 0; k < inputs.length; k++)
    for (let output = 0; output < sums.length; output++) sums[output] += inputs[k] * kernel[at++];
  return Float32Array.from(sums);
};

/** Softmax in place. */
export const softmaxInPlace = (values: Float32Array): void => {
  let largest = -Infinity;
  for (const value of values) if (value > largest) largest = value;
  const powers = new Float64Array(values.length);
  let sum = 0;
  for (let t = 0; t < values.length; t++) sum += powers[t] = Math.exp(values[t] - largest);
  for (let t = 0; t < values.length; t++) values[t] = powers[t] / sum;
};
