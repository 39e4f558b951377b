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
    title: 'state distance',
    summary: 'How far each word moved the network’s state toward where it ended. Not for or against.',
    axis: 'share of the way, %',
  },
  'ngram-shares': {
    title: 'n-gram shares',
    summary: 'The exact share of each word and short phrase in the verdict.',
  },
  'gradient-x-input': {
    title: 'gradient × input',
    summary: 'How much each word moved the verdict, for or against a label.',
  },
  'integrated-gradients': {
    title: 'integrated gradients',
    summary: 'What each word adds on the way from no words at all. Adds up to the verdict; slower.',
  },
  occlusion: {
    title: 'leave one out',
    summary: 'What becomes of the verdict without the word: each one is left out in turn.',
  },
  lrp: {
    title: 'relevance propagation',
    summary: 'The verdict handed back through the network to the words.',
  },
  'cell-decomposition': {
    title: 'cell decomposition',
    summary: 'What each word wrote into the network’s memory and what was not forgotten.',
  },
  shap: {
    title: 'Shapley values',
    summary: 'The fair share of each word over many orders of the words; up to 40 words.',
  },
  attention: {
    title: 'attention',
    summary: 'Where the model looked. Not why it decided, and not for or against.',
    axis: 'share of attention, %',
  },
  'attention-x-norm': {
    title: 'attention × norm',
    summary: 'How much the model took from each word it looked at. Not for or against.',
    axis: 'share of what was attended, %',
  },
  learned: {
    title: 'learned from people',
    summary: 'Words that people would mark as the reason, learnt from what they marked. Not for or against.',
    axis: 'how likely people would mark it, %',
  },
  'learned-occlusion': {
    title: 'leave one out × learned',
    summary: 'What becomes of the verdict without the word, weighed by how likely people would mark it.',
  },
  'learned-gradient': {
    title: 'gradient × input × learned',
    summary: 'How much each word moved the verdict, weighed by how likely people would mark it.',
  },
  'phrase-shapley': {
    title: 'Shapley values of phrases',
    summary:
      'What each phrase adds, on average over all orders of the phrases, handed to its words. Adds up to the prediction.',
  },
};
