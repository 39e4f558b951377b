import {
  add,
  concat,
  fill,
  matMul,
  mul,
  reshape,
  reverse,
  slice,
  split,
  stack,
  sub,
  unstack,
  type Rank,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { gru } from '../../../kernels/tensors/gru';
import { lstm } from '../../../kernels/tensors/lstm';
import { simpleRnn } from '../../../kernels/tensors/simple-rnn';
import type { NodeOf } from '../../graph/graph-config';
import { activate } from './activations';
import type { Value, WeightOf } from './value';

type Layer = Omit<NodeOf<'recurrent'>, 'op' | 'backwards'>;

/** States of one direction by text position, and the last cell where there is one. */
interface Direction {
  readonly states: Tensor3D;
  readonly last: Tensor2D;
  readonly cell?: Tensor2D;
}

/** A recurrent layer. Gives the state after each word, or only the last one; then the last states, where they are asked for. */
export function recur(node: NodeOf<'recurrent'>, { tensor, mask }: Value, weight: WeightOf): Value[] {
  const { backwards, sequences } = node;
  const found = direction(node, tensor as Tensor3D, mask, backwards, weight);
  const states = zeroed(node, found.states, mask);
  // Keras turns the states round, and hands the mask on as it is.
  const first = sequences ? { tensor: backwards ? reverse(states, 1) : states, mask } : { tensor: found.last };
  return [first, ...(node.states ? lastOf(found) : [])];
}

const lastOf = ({ last, cell }: Direction): Value[] => [{ tensor: last }, ...(cell ? [{ tensor: cell }] : [])];

/** Two directions, merged as the layer says. */
export function recurBoth(node: NodeOf<'bidirectional'>, { tensor, mask }: Value, weight: WeightOf): Value[] {
  const of = (name: string) => (part: string) => weight(`${name}/${part}`);
  const forward = direction(node, tensor as Tensor3D, mask, false, of('forward'));
  const backward = direction(node, tensor as Tensor3D, mask, true, of('backward'));
  const both = [forward, backward].map((one): Tensor => (node.sequences ? zeroed(node, one.states, mask) : one.last));
  const kept = node.sequences ? mask : undefined;
  const merged = merge(node.merge, both).map((one): Value => ({ tensor: one, mask: kept }));
  return [...merged, ...(node.states ? [...lastOf(forward), ...lastOf(backward)] : [])];
}

function merge(how: NodeOf<'bidirectional'>['merge'], [ahead, back]: readonly Tensor[]): Tensor[] {
  switch (how) {
    case 'concat':
      return [concat([ahead, back], ahead.rank - 1)];
    case 'sum':
      return [add(ahead, back)];
    case 'ave':
      return [mul(add(ahead, back), 0.5)];
    case 'mul':
      return [mul(ahead, back)];
    case 'none':
      return [ahead, back];
  }
}

function zeroed({ zeroMasked }: Layer, states: Tensor3D, mask: Tensor2D | undefined): Tensor3D {
  return zeroMasked && mask ? mul(states, reshape(mask, [...mask.shape, 1])) : states;
}

function direction(
  node: Layer,
  x: Tensor3D,
  mask: Tensor2D | undefined,
  reversed: boolean,
  weight: WeightOf,
): Direction {
  const { cell, units } = node;
  const kernel = weight('kernel') as Tensor2D;
  const recurrent = weight('recurrent_kernel') as Tensor2D;
  const bias = (): Tensor1D =>
    ('bias' in node.weights || 'forward/bias' in node.weights
      ? weight('bias')
      : fill([kernel.shape[1]], 0)) as Tensor1D;
  if (cell === 'lstm' && usual(node)) {
    const { states, cells } = lstm(x, kernel, recurrent, bias(), { mask, reverse: reversed });
    return { states, last: lastState(states, reversed), cell: lastState(cells, reversed) };
  }
  if (cell === 'simple-rnn' && node.activation === 'tanh') {
    const states = simpleRnn(x, kernel, recurrent, bias(), { mask, reverse: reversed });
    return { states, last: lastState(states, reversed) };
  }
  if (cell === 'gru' && usual(node)) {
    const [words, state] = biases(bias());
    const recurrentBias = state as Tensor1D | undefined;
    const options = { mask, reverse: reversed, recurrentBias, resetAfter: node.resetAfter };
    const states = gru(x, kernel, recurrent, words as Tensor1D, options);
    return { states, last: lastState(states, reversed) };
  }
  return stepByStep(node, x, mask, reversed, { kernel, recurrent, bias: bias() }, units);
}

const usual = ({ activation, recurrentActivation }: Layer): boolean =>
  activation === 'tanh' && recurrentActivation === 'sigmoid';

function lastState(states: Tensor3D, reversed: boolean): Tensor2D {
  const [batch, time, units] = states.shape;
  return reshape(slice(states, [0, reversed ? 0 : time - 1, 0], [batch, 1, units]), [batch, units]);
}

interface Weights {
  readonly kernel: Tensor2D;
  readonly recurrent: Tensor2D;
  readonly bias: Tensor;
}

/** On the stock backend, word by word: for activations that our kernels do not have. */
function stepByStep(
  node: Layer,
  x: Tensor3D,
  mask: Tensor2D | undefined,
  reversed: boolean,
  weights: Weights,
  units: number,
): Direction {
  const [batch, time, inputs] = x.shape;
  const step = STEPS[node.cell];
  const [own, recurrentBias] = biases(weights.bias);
  const z = reshape(add(matMul(reshape(x, [batch * time, inputs]), weights.kernel), own), [
    batch,
    time,
    weights.kernel.shape[1],
  ]);
  const sums = unstack(z, 1) as Tensor2D[];
  const masks = mask && unstack(mask, 1).map((one) => reshape<Rank.R2>(one, [batch, 1]));
  let h = fill<Rank.R2>([batch, units], 0);
  let c = h;
  const found: Tensor2D[] = [];
  for (let at = 0; at < time; at++) {
    const place = reversed ? time - 1 - at : at;
    const next = step(node, sums[place], h, c, weights.recurrent, recurrentBias);
    const keep = masks?.[place];
    h = keep ? choose(keep, next.h, h) : next.h;
    c = keep ? choose(keep, next.c, c) : next.c;
    found[place] = h;
  }
  return { states: stack(found, 1) as Tensor3D, last: h, ...(node.cell === 'lstm' && { cell: c }) };
}

const choose = (mask: Tensor2D, next: Tensor2D, before: Tensor2D): Tensor2D =>
  add(mul(next, mask), mul(before, sub(1, mask)));

/** The bias of the words and, for a GRU that resets after the product, that of the state. */
function biases(bias: Tensor): [Tensor, Tensor | undefined] {
  if (bias.rank === 1) return [bias, undefined];
  const [words, state] = unstack(bias, 0);
  return [words, state];
}

type Step = (
  node: Layer,
  z: Tensor2D,
  h: Tensor2D,
  c: Tensor2D,
  recurrent: Tensor2D,
  recurrentBias: Tensor | undefined,
) => { readonly h: Tensor2D; readonly c: Tensor2D };

const STEPS: Readonly<Record<Layer['cell'], Step>> = {
  lstm(node, z, h, c, recurrent) {
    const [i, f, g, o] = split(add<Tensor2D>(z, matMul(h, recurrent)), 4, 1);
    const gate = (x: Tensor): Tensor => activate(node.recurrentActivation, x);
    const cell = add(mul(gate(f), c), mul(gate(i), activate(node.activation, g)));
    return { h: mul(gate(o), activate(node.activation, cell)), c: cell as Tensor2D };
  },
  gru(node, z, h, c, recurrent, recurrentBias) {
    const gate = (x: Tensor): Tensor => activate(node.recurrentActivation, x);
    const [zu, zr, zh] = split(z, 3, 1);
    const { units } = node;
    if (node.resetAfter) {
      const product = matMul(h, recurrent);
      const [hu, hr, hh] = split(recurrentBias ? add<Tensor2D>(product, recurrentBias) : product, 3, 1);
      const update = gate(add(zu, hu));
      const candidate = activate(node.activation, add(zh, mul(gate(add(zr, hr)), hh)));
      return { h: mix(update, h, candidate), c };
    }
    const gates = slice(recurrent, [0, 0], [units, 2 * units]);
    const [hu, hr] = split(matMul(h, gates), 2, 1);
    const update = gate(add(zu, hu));
    const reset = mul<Tensor2D>(gate(add(zr, hr)), h);
    const product = matMul(reset, slice(recurrent, [0, 2 * units], [units, units]));
    return { h: mix(update, h, activate(node.activation, add(zh, product))), c };
  },
  'simple-rnn': (node, z, h, c, recurrent) => ({
    h: activate(node.activation, add(z, matMul(h, recurrent))) as Tensor2D,
    c,
  }),
};

/** z · h + (1 − z) · candidate. */
const mix = (update: Tensor, h: Tensor, candidate: Tensor): Tensor2D =>
  add(mul(update, h), mul(sub(1, update), candidate));
