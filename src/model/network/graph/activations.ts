import {
  add,
  div,
  erf,
  exp,
  max,
  maximum,
  minimum,
  mul,
  neg,
  relu,
  sigmoid,
  softmax,
  softplus,
  sub,
  sum,
  tanh,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Activation } from '../../graph/graph-config';

/** Klambauer et al. 2017. */
const [SELU_ALPHA, SELU_SCALE] = [1.6732632423543772, 1.0507009873554805];

/** max(0, x) + α · (exp(min(0, x)) − 1). */
const elu = (x: Tensor, alpha: number): Tensor => add(relu(x), mul(sub(exp(neg(relu(neg(x)))), 1), alpha));

const clip = (x: Tensor, low: number, high: number): Tensor => minimum(maximum(x, low), high);

const absolute = (x: Tensor): Tensor => add(relu(x), relu(neg(x)));

/** Softmax over another axis than the last one. */
function softmaxOver(x: Tensor, axis: number): Tensor {
  const powers = exp(sub(x, max(x, axis, true)));
  return div(powers, sum(powers, axis, true));
}

/** Keras's activation of that name. @param slope of leaky-relu and elu below 0; @param axis of softmax */
export function activate(of: Activation, x: Tensor, slope = of === 'elu' ? 1 : 0.2, axis = -1): Tensor {
  switch (of) {
    case 'linear':
      return x;
    case 'relu':
      return relu(x);
    case 'relu6':
      return clip(x, 0, 6);
    case 'sigmoid':
      return sigmoid(x);
    case 'tanh':
      return tanh(x);
    case 'softmax':
      return axis === -1 || axis === x.rank - 1 ? softmax(x) : softmaxOver(x, axis);
    case 'elu':
      return elu(x, slope);
    case 'selu':
      return mul(elu(x, SELU_ALPHA), SELU_SCALE);
    case 'leaky-relu':
      return sub(relu(x), mul(relu(neg(x)), slope));
    case 'softplus':
      return softplus(x);
    case 'softsign':
      return div(x, add(absolute(x), 1));
    case 'swish':
      return mul(x, sigmoid(x));
    case 'gelu':
      return mul(mul(x, 0.5), add(erf(mul(x, Math.SQRT1_2)), 1));
    case 'mish':
      return mul(x, tanh(softplus(x)));
    case 'exponential':
      return exp(x);
    case 'hard-sigmoid':
      return clip(add(mul(x, 0.2), 0.5), 0, 1);
    case 'hard-sigmoid-3':
      return clip(add(div(x, 6), 0.5), 0, 1);
  }
}
