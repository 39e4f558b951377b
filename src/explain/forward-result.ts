import type { Anatomy } from '../model/anatomy';
import type { Forward, ForwardWithout, LogitsOf } from '../model/inference/forward';
import type { Float32Network } from '../model/inference/float32-network';
import type { Model } from '../model/model';
import type { Architecture, Reads } from '../model/architectures/architecture';
import type { MethodNeeds } from '../shared/methods';
import type { SaliencyHeadWeights } from '../model/inference/rationale-head';

/** States of the topmost recurrent layer in one direction, after each word in text order. */
export interface DirectedStates {
  readonly direction: 'forward' | 'backward';
  readonly units: number;
  /** `[time, units]`; a skipped word repeats the state before it (after it, for the backward direction). */
  readonly states: Float32Array;
}

/** A model that reads texts, or a replacement for one in tests. */
export interface Reader {
  readonly architecture: Pick<Architecture, 'reads' | 'attends'>;
  /** What the network is made of, for methods that look inside. */
  readonly anatomy?: Anatomy;
  /** The head that predicts which words people mark; only of models that have one. */
  readonly saliency?: SaliencyHeadWeights;
  /** Whether `forward` runs without TensorFlow.js. */
  readonly runsWithoutTfjs?: boolean;
  /** The prediction, the attention and the states; int16 where the architecture can. */
  readonly forward: Forward;
  /** The logits without each of some words, where that costs less than one pass for each. */
  readonly leaveOneOutLogits?: ForwardWithout;
  /** The logits of several texts, where that costs less than as many passes. */
  readonly logitsOf?: LogitsOf;
  /**
   * The gradient of Σ factor · logit by the words' vectors, where it can be had without the network; one arithmetic for
   * all texts of a model. See `Model.gradients`.
   */
  readonly gradients?: Model['gradients'];
  /**
   * The float32 network on tfjs, for what `forward` and `gradients` do not give. Present once a method declared that it
   * needs it: see `MethodNeeds`.
   */
  readonly float32?: Float32Network;
}

/** What a model, or every one of an architecture, can do without tfjs. */
interface Without {
  /** Whether it can read texts without tfjs. */
  readonly runsWithoutTfjs?: boolean;
  /** Set if it can compute gradients by word vectors without tfjs. */
  readonly gradients?: unknown;
}

/** Whether tfjs must be started before a model can give that. */
export function needsNetwork(need: MethodNeeds, { runsWithoutTfjs, gradients }: Without): boolean {
  return need === 'network' || !runsWithoutTfjs || (need === 'word-gradients' && !gradients);
}

/** The float32 network, for work that declared that it needs it. */
export function float32Of({ float32 }: Pick<Reader, 'float32'>): Float32Network {
  if (!float32) throw new Error('There is no float32 network: does what asks for it declare that it needs it?');
  return float32;
}

/**
 * The result of one forward pass, as plain float32 numbers: prediction, attention and states, all in the arithmetic of
 * `forward`. The float32 network gives nearly the same: a test bounds how far (`model/arithmetic.test.ts`).
 */
export interface ForwardResult {
  readonly reads: Reads;
  /** `[outputs]`, before softmax or sigmoid and before temperature. */
  readonly logits: Float32Array;
  /** `[time]`: 1 = read, 0 = skipped by the model. */
  readonly mask: Float32Array;
  /** Both directions of the topmost recurrent layer; empty if the head does not read last states. */
  readonly recurrent: readonly DirectedStates[];
  /** `[time]`, sums to 1 over the words that were read; only of models with attention. */
  readonly attention?: Float32Array;
  /**
   * The states that the attention weighs: both directions of the topmost recurrent layer; only of models with
   * attention.
   */
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
