import {
  add,
  expandDims,
  matMul,
  mul,
  reshape,
  softmax,
  sub,
  sum,
  tanh,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type { NodeOf } from '../../graph/graph-config';
import { MASKED } from '../layers/additive-attention';
import type { Value, WeightOf } from './value';

/** Scores of words that are padding fall far below all others. */
const masked = (scores: Tensor, mask: Tensor): Tensor => add(scores, mul(sub(mask, 1), MASKED));

/** Keras's Attention (dot product, or tanh of the sum) and AdditiveAttention: every query weighs all values. */
export function attend(node: NodeOf<'attention'>, inputs: readonly Value[], weight: WeightOf): Value {
  const [query, value, key = value] = inputs;
  const [q, k] = [query.tensor as Tensor3D, key.tensor as Tensor3D];
  const scores = scoresOf(node, q, k, weight);
  const known = value.mask ? masked(scores, expandDims(value.mask, 1)) : scores;
  const result = matMul(softmax(known as Tensor3D), value.tensor as Tensor3D);
  const read = query.mask;
  return { tensor: read ? mul(result, expandDims(read, 2)) : result, mask: read };
}

function scoresOf({ score, weights }: NodeOf<'attention'>, q: Tensor3D, k: Tensor3D, weight: WeightOf): Tensor {
  const has = (name: string): boolean => name in weights;
  if (score === 'dot') {
    const products = matMul(q, k, false, true);
    return has('scale') ? mul(products, reshape(weight('scale'), [])) : products;
  }
  const both = add(expandDims(q, 2), expandDims(k, 1));
  if (score === 'additive') return sum(has('scale') ? mul(tanh(both), weight('scale')) : tanh(both), 3);
  const scaled = has('scale') ? mul(both, reshape(weight('scale'), [])) : both;
  return mul(sum(tanh(scaled), 3), reshape(weight('concat_score_weight'), []));
}

/** e = tanh(x·W + b), times a vector where there is one; softmax over the words; the words' weighted sum. */
export function feedForwardAttention(
  { weights }: NodeOf<'feed-forward-attention'>,
  { tensor, mask }: Value,
  weight: WeightOf,
): Value {
  const x = tensor as Tensor3D;
  const [batch, time, width] = x.shape;
  const units = weights.kernel[1] ?? 1;
  const rows = reshape(x, [batch * time, width]);
  const products = reshape(matMul(rows, reshape(weight('kernel'), [width, units])), [batch, time, units]);
  const bias = 'bias' in weights ? weight('bias') : undefined;
  // A bias for each place of a text, or one for each unit.
  const shape = units === 1 && bias && bias.size > 1 ? [1, time, 1] : [1, 1, units];
  const e = tanh(bias ? add(products, reshape(bias, shape)) : products);
  const scores =
    'score' in weights ? matMul(reshape(e, [batch * time, units]), reshape(weight('score'), [units, 1])) : e;
  return weighed(x, reshape(scores, [batch, time]), mask);
}

/** score = V·tanh(W1·x + W2·q), softmax over the words (Bahdanau et al. 2015): the weighted sum, and the weights. */
export function queryAttention([states, query]: readonly Value[], weight: WeightOf): Value[] {
  const x = states.tensor as Tensor3D;
  const [batch, time, width] = x.shape;
  const dense = (name: string, of: Tensor2D): Tensor =>
    add(matMul(of, weight(`${name}/kernel`) as Tensor2D), weight(`${name}/bias`));
  const keys = dense('W1', reshape(x, [batch * time, width]));
  const units = keys.shape[1]!;
  const asked = reshape(dense('W2', query.tensor as Tensor2D), [batch, 1, units]);
  const mixed = tanh(add(reshape(keys, [batch, time, units]), asked));
  const scores = dense('V', reshape(mixed, [batch * time, units]));
  const found = weighed(x, reshape(scores, [batch, time]), states.mask);
  return [found, { tensor: expandDims(found.attention!.weights, 2) }];
}

function weighed(x: Tensor3D, scores: Tensor2D, mask: Tensor2D | undefined): Value {
  const [batch, time, width] = x.shape;
  const weights = softmax((mask ? masked(scores, mask) : scores) as Tensor2D);
  const tensor = reshape(matMul(reshape(weights, [batch, 1, time]), x), [batch, width]);
  return { tensor, attention: { weights, values: x } };
}
