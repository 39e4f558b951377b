import {
  add,
  concat,
  div,
  fill,
  maximum,
  mul,
  pad,
  reshape,
  slice,
  stack,
  tensor1d,
  type Rank,
  type Tensor,
  type Tensor1D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { conv1d } from '../../../kernels/tensors/conv1d';
import type { NodeOf } from '../../graph/graph-config';
import { activate } from './activations';
import type { Value, WeightOf } from './value';

interface Windows {
  readonly width: number;
  readonly stride: number;
  readonly padding: 'valid' | 'same' | 'causal';
}

/** Places before and after `time` words, as TensorFlow pads. */
function around(time: number, { width, stride, padding }: Windows): [number, number] {
  if (padding === 'valid') return [0, 0];
  if (padding === 'causal') return [width - 1, 0];
  const places = Math.ceil(time / stride);
  const total = Math.max(0, (places - 1) * stride + width - time);
  return [Math.floor(total / 2), total - Math.floor(total / 2)];
}

/** Every `stride`-th place of `[batch, time, width]` from `start` on, `count` of them. */
function strided(x: Tensor3D, start: number, count: number, stride: number): Tensor3D {
  const [batch, time, width] = x.shape;
  if (stride === 1) return slice(x, [0, start, 0], [batch, count, width]);
  const short = Math.max(0, start + count * stride - time);
  const long = short > 0 ? pad(x, [...padded(0, short)]) : x;
  const block = slice(long, [0, start, 0], [batch, count * stride, width]);
  const first = slice(reshape(block, [batch * count, stride, width]), [0, 0, 0], [batch * count, 1, width]);
  return reshape(first, [batch, count, width]);
}

const padded = (before: number, behind: number): [number, number][] => [
  [0, 0],
  [before, behind],
  [0, 0],
];

/** How many windows there are. */
const places = (time: number, width: number, stride: number): number => Math.floor((time - width) / stride) + 1;

/** Conv1D and SeparableConv1D, any stride, dilation and padding. */
export function convolve(node: NodeOf<'conv1d'>, { tensor }: Value, weight: WeightOf): Value {
  const { width, stride, dilation, padding, separable } = node;
  const x = tensor as Tensor3D;
  const reach = (width - 1) * dilation + 1;
  const [before, behind] = around(x.shape[1], { width: reach, stride, padding });
  const ready = before + behind > 0 ? pad(x, padded(before, behind)) : x;
  const whole = separable ? separably(node, ready, weight) : densely(node, ready, weight);
  const count = places(ready.shape[1], reach, stride);
  const out = stride === 1 ? whole : strided(whole, 0, count, stride);
  return { tensor: activate(node.activation, out) };
}

const biasOf = ({ weights }: NodeOf<'conv1d'>, filters: number, weight: WeightOf): Tensor1D =>
  'bias' in weights ? (weight('bias') as Tensor1D) : fill<Rank.R1>([filters], 0);

function densely(node: NodeOf<'conv1d'>, x: Tensor3D, weight: WeightOf): Tensor3D {
  const kernel = weight('kernel') as Tensor3D;
  const [width, inputs, filters] = kernel.shape;
  const { dilation } = node;
  // Zeros between the rows of the kernel.
  const spread =
    dilation === 1
      ? kernel
      : slice(
          reshape(
            pad(reshape(kernel, [width, 1, inputs * filters]), [
              [0, 0],
              [0, dilation - 1],
              [0, 0],
            ]),
            [width * dilation, inputs, filters],
          ),
          [0, 0, 0],
          [(width - 1) * dilation + 1, inputs, filters],
        );
  return conv1d(x, spread as Tensor3D, biasOf(node, filters, weight), { padding: 'valid' });
}

/** Each feature by itself, then a dense layer over them. */
function separably(node: NodeOf<'conv1d'>, x: Tensor3D, weight: WeightOf): Tensor3D {
  const depthwise = weight('depthwise_kernel') as Tensor3D;
  const pointwise = weight('pointwise_kernel') as Tensor3D;
  const [width, inputs, multiplier] = depthwise.shape;
  const [batch, time] = x.shape;
  const count = time - (width - 1) * node.dilation;
  let sum: Tensor | undefined;
  for (let tap = 0; tap < width; tap++) {
    const part = reshape(slice(x, [0, tap * node.dilation, 0], [batch, count, inputs]), [batch, count, inputs, 1]);
    const row = reshape(slice(depthwise, [tap, 0, 0], [1, inputs, multiplier]), [1, 1, inputs, multiplier]);
    const product = mul(part, row);
    sum = sum ? add(sum, product) : product;
  }
  const features = reshape<Rank.R3>(sum!, [batch, count, inputs * multiplier]);
  return conv1d(features, pointwise, biasOf(node, pointwise.shape[2], weight), { padding: 'valid' });
}

/** The largest or mean value of each feature in windows of words; padding counts in neither. */
export function pool(node: NodeOf<'pool'>, { tensor }: Value): Value {
  const { of, width, stride } = node;
  const x = tensor as Tensor3D;
  const [batch, time, features] = x.shape;
  const [before, behind] = around(time, node);
  const edge = of === 'max' ? -3.4e38 : 0;
  const rows = (many: number): Tensor3D => fill<Rank.R3>([batch, many, features], edge);
  const ready = concat([...(before ? [rows(before)] : []), x, ...(behind ? [rows(behind)] : [])], 1);
  const count = places(ready.shape[1], width, stride);
  const parts = Array.from({ length: width }, (_, at) => strided(ready, at, count, stride));
  if (of === 'max') return { tensor: parts.reduce((largest, part) => maximum(largest, part)) };
  const sum = parts.reduce((all, part) => add(all, part));
  const counted = Array.from({ length: count }, (_, place) => {
    const first = place * stride - before;
    return Math.min(time, first + width) - Math.max(0, first);
  });
  return { tensor: div(sum, reshape(tensor1d(counted), [1, count, 1])) };
}

/** Copies of a vector for each of `times` places. */
export const repeat = (x: Tensor, times: number): Tensor => stack(Array<Tensor>(times).fill(x), 1);
