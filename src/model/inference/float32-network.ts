import type { NgramShare } from '../ngrams/ngram-share';
import type { Forward, Ids, RecurrentPart } from './forward';
import type { NetworkTrace } from './network-trace';
import type { WordGradients } from './word-gradients';

/**
 * A network in float32 on tfjs, as plain numbers go in and come out: what explanations ask of it that cannot be had
 * otherwise. It is made by the part of the program that loads tfjs: see `network-part.ts`.
 */
export interface Float32Network {
  readonly forward: Forward;
  /** `[texts, outputs]` of texts of one length. */
  logits(texts: readonly Ids[]): Float32Array;
  /** The gradient of Σ factor · logit by the words' vectors. @param factors `[outputs]` */
  gradients(ids: Int32Array, mask: Float32Array, factors: Float32Array): Pick<WordGradients, 'gradients' | 'vectors'>;
  /** The same where all word vectors are multiplied by each of these numbers, in one batch. */
  gradientsAlong(text: Ids, factors: Float32Array, alphas: readonly number[]): PathGradients;
  /** What happened inside on the way; only of networks that have an `Anatomy`. */
  trace(ids: Int32Array, mask: Float32Array): NetworkTrace;
  /** The sums inside every LSTM layer and direction whose weights are found. */
  gateSums(ids: Int32Array, mask: Float32Array): readonly GateSums[];
  /** What every n-gram of one text adds to the logit of label number `target`; only of networks that read n-grams. */
  ngramShares?(ids: Int32Array, mask: Float32Array, target: number): readonly NgramShare[];
  dispose(): void;
}

/** Gradients at several points of the way from zero vectors to a text. */
export interface PathGradients {
  /** `[points, outputs]`. */
  readonly logits: Float32Array;
  /** `[points, words, dimension]`. */
  readonly gradients: Float32Array;
  /** `[words, dimension]`: the text's own word vectors. */
  readonly vectors: Float32Array;
}

/** One direction of one LSTM layer. */
export interface GateSums extends RecurrentPart {
  /** `[words, 4 · units]`: x·W + h·U + b, gate order i, f, c, o. */
  readonly sums: Float32Array;
  /** `[words, units]`. */
  readonly states: Float32Array;
}
