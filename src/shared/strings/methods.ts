import type { Method } from '../methods';

/** What people read of a method; English, translated by `l10n/`. */
export interface MethodWording {
  readonly title: string;
  /** One sentence for a list to choose from. */
  readonly summary: string;
  /** Of a method whose scores are shares: what of. */
  readonly axis?: string;
}

export const METHOD_WORDING: Readonly<Record<Method, MethodWording>> = {
  'state-distance': {
    title: 'hidden-state distance',
    summary: 'How far each word moved the hidden state toward its final value. Importance only, without direction.',
    axis: 'share of the distance, %',
  },
  'ngram-shares': {
    title: 'n-gram contributions',
    summary: 'The exact contribution of each word and short phrase to the prediction.',
  },
  'gradient-x-input': {
    title: 'gradient × input',
    summary: 'How much each word supports or contradicts the label.',
  },
  'integrated-gradients': {
    title: 'integrated gradients',
    summary:
      'Gradients, summed along the path from zero word vectors to this text. The scores add up to the prediction; slower.',
  },
  occlusion: {
    title: 'leave-one-out (occlusion)',
    summary: 'How the prediction changes without the word: each word is left out in turn.',
  },
  lrp: {
    title: 'layer-wise relevance propagation (LRP)',
    summary: 'The prediction, distributed backwards through the layers to the words.',
  },
  'cell-decomposition': {
    title: 'cell decomposition',
    summary: 'What each word wrote into the memory cells of the network and was not forgotten.',
  },
  shap: {
    title: 'Shapley values',
    summary: 'The average marginal contribution of each word over word orders; up to 40 words.',
  },
  attention: {
    title: 'attention',
    summary: 'The attention weights of the model. They do not explain the prediction, and have no direction.',
    axis: 'attention weight, %',
  },
  'attention-x-norm': {
    title: 'attention × norm',
    summary: 'Attention weight times the length of the state at the word. Importance only, without direction.',
    axis: 'share of attention × norm, %',
  },
  learned: {
    title: 'rationale extractor',
    summary: 'Words that people would underline as the reason, learned from human rationales. Without direction.',
    axis: 'probability of being underlined, %',
  },
  'learned-occlusion': {
    title: 'occlusion weighted by human rationales',
    summary: 'How the prediction changes without the word, weighted by how likely people would underline it.',
  },
  'learned-gradient': {
    title: 'gradient × input weighted by human rationales',
    summary: 'How much each word supports or contradicts the label, weighted by how likely people would underline it.',
  },
  'phrase-shapley': {
    title: 'Shapley values of phrases',
    summary:
      'The average marginal contribution of each phrase over phrase orders, divided among its words; words that people would underline count more. The scores add up to the prediction.',
  },
};
