import type { Anatomy } from '../model/anatomy';
import type { Forward, ForwardWithout } from '../model/inference/forward';
import type { Model } from '../model/model';
import type { Architecture, Network } from '../model/network/network';
import type { SaliencyHeadWeights } from '../model/inference/rationale-head';

/** States of the topmost recurrent layer in one direction, after each word in text order. */
export interface DirectedStates {
  readonly direction: 'forward' | 'backward';
  readonly units: number;
  /** `[time, units]`; a skipped word repeats the state before it (behind it, for the backward direction). */
  readonly states: Float32Array;
}

/** What can be read with: a model, or a double of one. */
export interface Reader {
  readonly architecture: Pick<Architecture, 'reads' | 'attends'>;
  /** What the network is made of, for methods that look inside. */
  readonly anatomy?: Anatomy;
  /** What the model learnt of the words that people mark, where it did. */
  readonly saliency?: SaliencyHeadWeights;
  /** Whether `forward` is quicker than the network. */
  readonly quick?: boolean;
  /** The verdict, the attention and the states; int16 where the architecture can. */
  readonly forward: Forward;
  /** Its logits without each of some words, where that costs less than as many passes. */
  readonly without?: ForwardWithout;
  /**
   * The gradient of Σ factor · logit by the words' vectors, where it can be had without the network; one arithmetic for
   * all texts of a model. See `Model.gradients`.
   */
  readonly gradients?: Model['gradients'];
  /** In float32: gradients and what lies inside. Asked for only when they are. */
  readonly network: Network;
}

/**
 * What reading one text left behind, as plain float32 numbers: verdict, attention and states of one arithmetic, that of
 * `forward`. What methods find in the float32 network is near it: a test bounds how far (`model/arithmetic.test.ts`).
 */
export interface ForwardResult {
  readonly reads: Network['reads'];
  /** `[outputs]`, before softmax or sigmoid and before temperature. */
  readonly logits: Float32Array;
  /** `[time]`: 1 = read, 0 = skipped by the model. */
  readonly mask: Float32Array;
  /** Both directions of the topmost recurrent layer; empty where the head does not read last states. */
  readonly recurrent: readonly DirectedStates[];
  /** `[time]`, sums to 1 over the words that were read; only of models with attention. */
  readonly attention?: Float32Array;
  /** What the attention weighs: both directions of the topmost recurrent layer; only of models with attention. */
  readonly values?: readonly DirectedStates[];
}

/**
 * Reads one text. Cost: one forward pass.
 *
 * @param ids token ids `[time]`, at least one
 * @param mask `[time]`: 1 = a word, 0 = a word that the model skips
 */
export function runForward(
  reader: Pick<Reader, 'architecture' | 'forward'>,
  ids: Int32Array,
  mask: Float32Array,
): ForwardResult {
  const { reads, attends } = reader.architecture;
  const { logits, attention, recurrent, states } = reader.forward(ids, mask);
  const top = Math.max(...recurrent.map(({ layer }) => layer));
  const topmost = (): DirectedStates[] =>
    recurrent
      .filter(({ layer }) => layer === top)
      .map(({ layer, direction, units }) => ({ direction, units, states: states(layer, direction) }));
  return {
    reads,
    logits,
    mask,
    recurrent: reads === 'last-states' ? topmost() : [],
    attention,
    ...(attends && { values: topmost() }),
  };
}
