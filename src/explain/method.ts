import type { Architecture } from '../model/network';
import type { Method } from './explanation';
import type { Reading } from './reading';

/** A way to say how much each word moved a verdict: one file a method, all behind this one interface. */
export interface AttributionMethod {
  readonly name: Method;
  /** True: the sign says for (+) or against (−) the target. False: a saliency. */
  readonly signed: boolean;
  /** True: the scores add up to a difference of logits that can be stated, so a completeness is reported. */
  readonly additive: boolean;
  /** `share`: parts of 1. `logit`: log-odds of the target. */
  readonly unit: 'share' | 'logit';
  /** What the scores are measured against, in words. */
  readonly baseline: string;
  /** True: the reading must carry the gradient of the target's logit. */
  readonly needsGradient: boolean;
  /** Whether the method is defined for the models of an architecture. */
  offeredFor(architecture: Pick<Architecture, 'reads' | 'attends'>): boolean;
  /** One score a word, in text order; exactly 0 for words that the model skips. */
  attribute(reading: Reading): Float64Array;
}
