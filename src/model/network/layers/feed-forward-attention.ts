import { add, matMul, mul, reshape, softmax, sub, tanh, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { WeightStore } from '../weight-store';
import { MASKED, type Attended } from './additive-attention';
import { dense } from './dense';
import { glorotUniform } from '../initializers';

/** states `[batch, time, width]`, mask `[batch, time]`. */
export type FeedForwardAttention = (states: Tensor3D, mask: Tensor2D) => Attended;

/**
 * Attention without a query (Raffel and Ellis 2015; Yang et al. 2016): e = tanh(h·W + b) with one unit, softmax over the
 * unmasked words, weighted sum. With more units e = v·tanh(h·W + b), which a tanh of one unit keeps within ±1, so that
 * no word could weigh more than e² ≈ 7.4 times another.
 */
export function feedForwardAttention(
  store: WeightStore,
  name: string,
  { states: width, units }: { readonly states: number; readonly units: number },
): FeedForwardAttention {
  const ofStates = dense(store, name, width, units);
  const score = units > 1 ? store.matrix(`${name}/score`, units, 1, glorotUniform) : undefined;
  return (states, mask) => {
    const [batch, time] = states.shape;
    const mixed = tanh(ofStates(reshape(states, [batch * time, width])));
    const scores = reshape(score ? matMul(mixed, score) : mixed, [batch, time]);
    const attention = softmax(add<Tensor2D>(scores, mul(sub(mask, 1), MASKED)));
    const context = matMul(reshape(attention, [batch, 1, time]), states);
    return { context: reshape(context, [batch, width]), attention };
  };
}
