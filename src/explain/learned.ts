import { saliencyScores } from '../model/saliency-head';
import type { AttributionMethod } from './method';

/**
 * How likely people would mark the word as a reason for the label.
 *
 * Source: a small network on the model's own states, taught on words that people marked (`model/saliency-head.ts`); the
 * idea of supervised rationales is of Zaidan et al. 2007. What people would mark is not why the network decided: how
 * far it is faithful is measured like any other method.
 * Formula: sigmoid(relu(x·W + b)·v + c), x = the topmost states after the word and how far the word moved them.
 * Cost: two forward passes. Unsigned; does not depend on the target; completeness is not claimed. Baseline: none.
 */
export const learned: AttributionMethod = {
  name: 'learned',
  signed: false,
  additive: false,
  unit: 'share',
  baseline: 'none',
  definedFor: 'models that learnt what people mark',
  offeredFor: ({ marks }) => marks === true,
  attribute: ({ reader: { saliency, forward }, ids, mask }) => ({
    scores: saliencyScores(saliency!, forward(ids, mask), mask),
  }),
};
