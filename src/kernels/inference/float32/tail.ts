import type { DenseWeights, HiddenWeights } from '../int16/weights';

/** The dense layers between the head and the logits, in float64; returns the values after each layer. */
export interface TailTape {
  /** The input of each layer; the first is the features. */
  readonly inputs: readonly Float64Array[];
  readonly logits: Float64Array;
}

type Activation = HiddenWeights['activation'];

const ACTIVATE: Readonly<Record<Activation, (x: number) => number>> = {
  relu: (x) => Math.max(0, x),
  tanh: Math.tanh,
  linear: (x) => x,
};

/** The derivative of an activation, as a function of the activated value. */
const SLOPE: Readonly<Record<Activation, (y: number) => number>> = {
  relu: (y) => (y > 0 ? 1 : 0),
  tanh: (y) => 1 - y * y,
  linear: () => 1,
};

const affine = ({ kernel, bias }: DenseWeights, x: Float64Array): Float64Array => {
  const out = Float64Array.from(bias);
  let at = 0;
  for (const value of x) for (let n = 0; n < out.length; n++) out[n] += value * kernel[at++];
  return out;
};

const affineBack = ({ kernel, bias }: DenseWeights, d: Float64Array): Float64Array => {
  const out = new Float64Array(kernel.length / bias.length);
  kernel.forEach((value, at) => (out[Math.floor(at / bias.length)] += d[at % bias.length] * value));
  return out;
};

export interface Tail {
  readonly hidden?: readonly HiddenWeights[];
  readonly output: DenseWeights;
}

export function throughTail({ hidden = [], output }: Tail, features: Float64Array): TailTape {
  const inputs = [features];
  for (const layer of hidden) inputs.push(affine(layer, inputs[inputs.length - 1]).map(ACTIVATE[layer.activation]));
  return { inputs, logits: affine(output, inputs[inputs.length - 1]) };
}

/** The gradient of the features, from that of the logits. */
export function backThroughTail({ hidden = [], output }: Tail, { inputs }: TailTape, d: Float64Array): Float64Array {
  let gradient = affineBack(output, d);
  for (let layer = hidden.length - 1; layer >= 0; layer--) {
    const slope = SLOPE[hidden[layer].activation];
    const y = inputs[layer + 1];
    gradient = affineBack(
      hidden[layer],
      gradient.map((value, n) => value * slope(y[n])),
    );
  }
  return gradient;
}
