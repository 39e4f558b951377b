import { grad, slice, sum, tensor2d, neg, tidy, type Scalar, type Tensor3D } from '@tensorflow/tfjs-core';
import type { Forward } from '../model/forward';
import type { Activations, Architecture, Network } from '../model/network';

/** States of the topmost recurrent layer in one direction, after each word in text order. */
export interface DirectedStates {
  readonly direction: 'forward' | 'backward';
  readonly units: number;
  /** `[time, units]`; a skipped word repeats the state before it (behind it, for the backward direction). */
  readonly states: Float32Array;
}

/** What can be read with: a model, or a double of one. */
export interface Reader {
  readonly architecture: Pick<Architecture, 'reads'>;
  /** The verdict, the attention and the states; int16 where the architecture can. */
  readonly forward: Forward;
  /** In float32: gradients. Asked for only when they are. */
  readonly network: Network;
}

/**
 * What reading one text left behind, as plain float32 numbers: the only thing that attribution methods look at. All
 * but the gradient comes from `forward`, so verdict, attention and states are of one arithmetic; the gradient is of the
 * float32 network, whose probabilities a test keeps near those (`model/arithmetic.test.ts`).
 */
export interface Reading {
  readonly reads: Network['reads'];
  /** `[outputs]`, before softmax or sigmoid and before temperature. */
  readonly logits: Float32Array;
  /** `[time]`: 1 = read, 0 = skipped by the model. */
  readonly mask: Float32Array;
  /** Both directions of the topmost recurrent layer; empty where the head does not read last states. */
  readonly recurrent: readonly DirectedStates[];
  /** `[time]`, sums to 1 over the words that were read; only of models with attention. */
  readonly attention?: Float32Array;
  /** `[time]`: gradient of the target's logit by the word vector, times the word vector; only where asked for. */
  readonly gradientTimesInput?: Float32Array;
}

/**
 * Reads one text. Cost: one forward pass; with `target`, a float32 one besides, on the tape, and one backward pass.
 *
 * @param ids token ids `[time]`, at least one
 * @param mask `[time]`: 1 = a word, 0 = a word that the model skips
 * @param target picks the label to differentiate once the logits are known; left out: no backward pass
 */
export function read(
  reader: Reader,
  ids: Int32Array,
  mask: Float32Array,
  target?: (logits: Float32Array) => number,
): Reading {
  const { reads } = reader.architecture;
  const { logits, attention, recurrent, states } = reader.forward(ids, mask);
  const top = Math.max(...recurrent.map(({ layer }) => layer));
  const directed = recurrent.filter(({ layer }) => reads === 'last-states' && layer === top);
  return {
    reads,
    logits,
    mask,
    recurrent: directed.map(({ layer, direction, units }) => ({ direction, units, states: states(layer, direction) })),
    attention,
    ...(target && { gradientTimesInput: gradientTimesInput(reader.network, ids, mask, target(logits)) }),
  };
}

/** ∂logit(target)/∂x · x of each word, in float32. */
function gradientTimesInput(network: Network, ids: Int32Array, mask: Float32Array, target: number): Float32Array {
  let scores: Float32Array | undefined;
  // Assigned, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const masks = tensor2d(mask, [1, mask.length]);
    const embedded = network.embed(tensor2d(ids, [1, ids.length], 'int32'));
    const gradient = grad((vectors) => logitOf(network.forward(vectors as Tensor3D, masks), target))(embedded);
    scores = dots(gradient.dataSync() as Float32Array, embedded.dataSync() as Float32Array, mask);
  });
  return scores!;
}

/**
 * The logit that speaks for label number `target`. A lone sigmoid output is the log-odds of the last of two labels,
 * so for the first one it counts with its sign turned.
 */
function logitOf({ logits }: Activations, target: number): Scalar {
  if (logits.shape[1] === 1) return sum(target === 0 ? neg(logits) : logits);
  return sum(slice(logits, [0, target], [1, 1]));
}

/** Row by row products of two `[time, dimension]` arrays, summed over the dimension; skipped words are exactly 0. */
function dots(a: Float32Array, b: Float32Array, mask: Float32Array): Float32Array {
  const dimension = a.length / mask.length;
  return mask.map((read, word) => {
    let total = 0;
    if (read) for (let i = word * dimension; i < (word + 1) * dimension; i++) total += a[i] * b[i];
    return total;
  });
}
