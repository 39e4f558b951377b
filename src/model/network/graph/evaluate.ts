import {
  add,
  concat,
  div,
  expandDims,
  matMul,
  max,
  maximum,
  mean,
  minimum,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  sum,
  transpose,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type { GraphNode, NodeOf } from '../../graph/graph-config';
import { activate } from './activations';
import { attend, feedForwardAttention, queryAttention } from './attentions';
import { recur, recurBoth } from './recurrent';
import type { Value, WeightOf } from './value';
import { convolve, pool, repeat } from './windows';

/** The output of a layer for its inputs, computed as Keras does; the mask is passed on by the same layers as in Keras. */
export function evaluate(node: GraphNode, inputs: readonly Value[], weight: WeightOf): Value[] {
  const [first] = inputs;
  switch (node.op) {
    case 'embedding':
      throw new Error('Word vectors are looked up before the graph is run.');
    case 'recurrent':
      return recur(node, first, weight);
    case 'bidirectional':
      return recurBoth(node, first, weight);
    case 'conv1d':
      return [convolve(node, first, weight)];
    case 'pool':
      return [pool(node, first)];
    case 'global-pool':
      return [globalPool(node, first)];
    case 'dense':
      return [dense(node, first, weight)];
    case 'flatten':
    case 'reshape':
      return [{ tensor: reshape(first.tensor, [first.tensor.shape[0], ...shapeOf(node, first.tensor)]) }];
    case 'permute':
      return [{ tensor: transpose(first.tensor, [0, 2, 1]) }];
    case 'repeat':
      return [{ tensor: repeat(first.tensor, node.times) }];
    case 'merge':
      return [merge(node, inputs)];
    case 'dot':
      return [dot(node, inputs)];
    case 'layer-norm':
      return [layerNorm(node, first, weight)];
    case 'batch-norm':
      return [batchNorm(node, first, weight)];
    case 'activation':
      return [{ ...first, tensor: activate(node.activation, first.tensor, node.slope, node.axis) }];
    case 'identity':
      return [first];
    case 'attention':
      return [attend(node, inputs, weight)];
    case 'feed-forward-attention':
      return [feedForwardAttention(node, first, weight)];
    case 'query-attention':
      return queryAttention(inputs, weight);
  }
}

/** The sides of a new shape; the length of the text stands where `output` has none. */
function shapeOf({ op, output }: NodeOf<'flatten' | 'reshape'>, { shape, size }: Tensor): number[] {
  const all = size / shape[0];
  if (op === 'flatten') return [all];
  const known = output.reduce<number>((product, side) => product * (side ?? 1), 1);
  return output.map((side) => side ?? all / known);
}

function globalPool({ of, keepDims }: NodeOf<'global-pool'>, { tensor, mask }: Value): Value {
  const pooled = of === 'max' ? max(tensor, 1) : averaged(tensor, mask);
  return { tensor: keepDims ? expandDims(pooled, 1) : pooled };
}

function averaged(x: Tensor, mask: Tensor2D | undefined): Tensor {
  if (!mask) return mean(x, 1);
  const read = expandDims(mask, 2);
  return div(sum(mul(x, read), 1), maximum(sum(read, 1), 1e-7));
}

function dense({ weights, activation }: NodeOf<'dense'>, { tensor, mask }: Value, weight: WeightOf): Value {
  const kernel = weight('kernel') as Tensor2D;
  const bias = 'bias' in weights ? (weight('bias') as Tensor1D) : undefined;
  const [inputs, units] = kernel.shape;
  const rows = tensor.size / inputs;
  const product = matMul(reshape(tensor, [rows, inputs]), kernel);
  const sums = reshape(bias ? add(product, bias) : product, [...tensor.shape.slice(0, -1), units]);
  return { tensor: activate(activation, sums), mask };
}

function merge({ of, axis }: NodeOf<'merge'>, inputs: readonly Value[]): Value {
  const tensors = inputs.map(({ tensor }) => tensor);
  // If all inputs have the same mask, it also holds for the output.
  const masks = inputs.flatMap(({ mask }) => (mask ? [mask] : []));
  const mask = masks.length === inputs.length && tensors[0].rank === 3 ? masks[0] : undefined;
  if (of === 'concatenate') {
    const along = axis < 0 ? tensors[0].rank + axis : axis;
    return { tensor: concat(tensors, along), mask: along === 2 ? mask : undefined };
  }
  return { tensor: combine(of, tensors), mask };
}

function combine(of: Exclude<NodeOf<'merge'>['of'], 'concatenate'>, tensors: readonly Tensor[]): Tensor {
  const [first, ...others] = tensors;
  const fold = (by: (a: Tensor, b: Tensor) => Tensor): Tensor => others.reduce(by, first);
  switch (of) {
    case 'add':
      return fold((a, b) => add(a, b));
    case 'subtract':
      return fold((a, b) => sub(a, b));
    case 'multiply':
      return fold((a, b) => mul(a, b));
    case 'average':
      return div(
        fold((a, b) => add(a, b)),
        tensors.length,
      );
    case 'maximum':
      return fold((a, b) => maximum(a, b));
    case 'minimum':
      return fold((a, b) => minimum(a, b));
  }
}

/** Σ over axis `axes[0]` of the first and `axes[1]` of the second; vectors or matrices. */
function dot({ axes: [one, other] }: NodeOf<'dot'>, [{ tensor: a }, { tensor: b }]: readonly Value[]): Value {
  if (a.rank === 2) return { tensor: sum(mul(a, b), 1, true) };
  return { tensor: matMul(a as Tensor3D, b as Tensor3D, one === 1, other === 2) };
}

function layerNorm({ epsilon, weights }: NodeOf<'layer-norm'>, { tensor, mask }: Value, weight: WeightOf): Value {
  const centred = sub(tensor, mean(tensor, -1, true));
  const spread = sqrt(add(mean(square(centred), -1, true), epsilon));
  return { tensor: scaled(weights, div(centred, spread), weight), mask };
}

function batchNorm({ epsilon, weights }: NodeOf<'batch-norm'>, { tensor, mask }: Value, weight: WeightOf): Value {
  const spread = sqrt(add(weight('moving_variance'), epsilon));
  return { tensor: scaled(weights, div(sub(tensor, weight('moving_mean')), spread), weight), mask };
}

function scaled(weights: Readonly<Record<string, unknown>>, x: Tensor, weight: WeightOf): Tensor {
  const wide = 'gamma' in weights ? mul(x, weight('gamma')) : x;
  return 'beta' in weights ? add(wide, weight('beta')) : wide;
}
