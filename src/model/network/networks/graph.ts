import {
  concat,
  gather,
  logSoftmax,
  neg,
  reshape,
  slice,
  softplus,
  tensor1d,
  tensor2d,
  type Rank,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { attentionOf, embeddingsOf, outputName, type GraphPlan } from '../../graph/graph-config';
import { laidOut, type PaddedTexts } from '../../graph/layout';
import { leastLength } from '../../graph/least-length';
import { evaluate } from '../graph/evaluate';
import type { Value } from '../graph/value';
import { zeros } from '../initializers';
import { crossEntropy } from '../loss';
import type { Activations, Network, RecurrentStates } from '../network';
import type { WeightStore } from '../weight-store';

/**
 * The layers of an imported model. Texts are cut and padded as they were in its training: words that are skipped are left
 * out, padding stands before or after the others, and everything that Keras does not mask reads it as well.
 */
export function graphNetwork(plan: GraphPlan, store: WeightStore): Network {
  for (const { name, layer, weights } of plan.nodes) {
    if (name !== layer) continue;
    for (const [part, shape] of Object.entries(weights)) store.tensor(`${layer}/${part}`, shape, zeros);
  }
  const embeddings = embeddingsOf(plan);
  const least = leastLength(plan);
  const tables = (): Tensor2D[] =>
    embeddings.map(({ layer }) => store.weights.get(`${layer}/embeddings`) as unknown as Tensor2D);
  const lookUp = (ids: Int32Array): Tensor2D =>
    concat(
      tables().map((table) => gather<Tensor2D>(table, tensor1d(ids, 'int32'))),
      1,
    );

  /** All texts of one length. */
  const run = (rows: Tensor2D, layout: PaddedTexts): Activations => {
    const { batch, length, places, words } = layout;
    const width = rows.shape[1];
    const x = reshape<Rank.R3>(gather(rows, tensor1d(places, 'int32')), [batch, length, width]);
    const mask = tensor2d(words, [batch, length]);
    const values = new Map<string, Value>();
    let at = 0;
    for (const { name, dimension, maskZero } of embeddings) {
      const own = slice(x, [0, 0, at], [batch, length, dimension]);
      values.set(name, { tensor: own, ...(maskZero && { mask }) });
      at += dimension;
    }
    for (const node of plan.nodes) {
      if (node.op === 'embedding') continue;
      const weight = (part: string): Tensor => store.weights.get(`${node.layer}/${part}`)!;
      const inputs = node.inputs.map((input) => values.get(input)!);
      evaluate(node, inputs, weight).forEach((value, index) => values.set(outputName(node.name, index), value));
    }
    const attended = values.get(attentionOf(plan)?.name ?? '')?.attention;
    return {
      logits: logitsOf(plan, values.get(plan.result)!.tensor as Tensor2D),
      recurrent: [],
      ...(attended && inTextOrder(attended, layout)),
    };
  };

  return {
    weights: store.weights,
    reads: 'windows',
    embed: (ids) => reshape(lookUp(ids.dataSync() as Int32Array), [...ids.shape, -1]) as unknown as Tensor3D,
    forward(embedded, mask) {
      const [batch, time, width] = embedded.shape;
      const layouts = laidOut(plan.input, mask.dataSync() as Float32Array, time, least);
      // Behind the words of the texts: padding, and the token that begins each text.
      const more = lookUp(Int32Array.of(0, plan.input.start ?? 0));
      const rows = concat([reshape<Rank.R2>(embedded, [batch * time, width]), more], 0);
      const found = layouts.map((layout) => run(rows, layout));
      return found.length === 1 ? found[0] : together(found, layouts);
    },
    loss: crossEntropy,
    dispose: () => store.dispose(),
  };
}

function logitsOf({ logits, outputs }: GraphPlan, result: Tensor2D): Tensor2D {
  const sums = reshape<Rank.R2>(result, [result.size / outputs, outputs]);
  // log σ(z) = −softplus(−z); as the logits of a softmax they give each label its share of all sigmoids.
  return logits === 'log-sigmoid' ? logSoftmax(neg(softplus(neg(sums)))) : sums;
}

/** Attention and what it weighs, by the words of the texts as they were handed in; 0 for words that are not read. */
function inTextOrder(
  { weights, values }: NonNullable<Value['attention']>,
  { batch, time, length, origin }: PaddedTexts,
): Pick<Activations, 'attention' | 'recurrent'> {
  const width = values.shape[2]!;
  const nothing = batch * length;
  const places = tensor1d(
    Int32Array.from(origin, (at) => (at < 0 ? nothing : at)),
    'int32',
  );
  const spread = (x: Tensor, sides: number): Tensor =>
    gather(
      concat([reshape<Rank.R2>(x, [batch * length, sides]), tensor2d(new Float32Array(sides), [1, sides])], 0),
      places,
    );
  const states = reshape<Rank.R3>(spread(values, width), [batch, time, width]);
  const recurrent: RecurrentStates[] = [{ layer: 0, direction: 'forward', states }];
  return { attention: reshape<Rank.R2>(spread(weights, 1), [batch, time]), recurrent };
}

/** Texts that were read in groups, in their order. */
function together(parts: readonly Activations[], layouts: readonly PaddedTexts[]): Activations {
  const order = layouts.flatMap(({ texts }) => texts);
  const back = new Int32Array(order.length);
  order.forEach((text, at) => (back[text] = at));
  const join = (tensors: readonly Tensor[]): Tensor => {
    const [, ...sides] = tensors[0].shape;
    const flat = tensors.map((one) => reshape<Rank.R2>(one, [one.shape[0], -1]));
    return reshape(gather(concat(flat, 0), tensor1d(back, 'int32')), [order.length, ...sides]);
  };
  const attended = parts[0].attention !== undefined;
  return {
    logits: join(parts.map(({ logits }) => logits)) as Tensor2D,
    recurrent: attended
      ? [{ ...parts[0].recurrent[0], states: join(parts.map((one) => one.recurrent[0].states)) as Tensor3D }]
      : [],
    ...(attended && { attention: join(parts.map((one) => one.attention!)) as Tensor2D }),
  };
}
