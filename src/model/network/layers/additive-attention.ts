import { add, matMul, mul, reshape, softmax, sub, tanh, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { WeightStore } from '../weight-store';
import { dense } from './dense';

export interface Attended {
  /** `[batch, width]`: the states weighed by attention. */
  readonly context: Tensor2D;
  /** `[batch, time]`, rows sum to 1 over the unmasked words. */
  readonly attention: Tensor2D;
}

/** states `[batch, time, width]`, query `[batch, queryWidth]`, mask `[batch, time]`. */
export type AdditiveAttention = (states: Tensor3D, query: Tensor2D, mask: Tensor2D) => Attended;

/** Far below any score, near enough to it that float32 still subtracts well. */
export const MASKED = 1e9;

/** Bahdanau et al. 2015: score = V·tanh(W1·h + W2·q), softmax over the unmasked words, weighted sum. */
export function additiveAttention(
  store: WeightStore,
  name: string,
  widths: { readonly states: number; readonly query: number; readonly units: number },
): AdditiveAttention {
  const ofStates = dense(store, `${name}/W1`, widths.states, widths.units);
  const ofQuery = dense(store, `${name}/W2`, widths.query, widths.units);
  const score = dense(store, `${name}/V`, widths.units, 1);
  return (states, query, mask) => {
    const [batch, time, width] = states.shape;
    const keys = reshape(ofStates(reshape(states, [batch * time, width])), [batch, time, widths.units]);
    const mixed = tanh(add(keys, reshape(ofQuery(query), [batch, 1, widths.units])));
    const scores = reshape(score(reshape(mixed, [batch * time, widths.units])), [batch, time]);
    const attention = softmax(add<Tensor2D>(scores, mul(sub(mask, 1), MASKED)));
    const context = matMul(reshape(attention, [batch, 1, time]), states);
    return { context: reshape(context, [batch, width]), attention };
  };
}
