/** Which architecture suits the given texts, and why; printed by `saliency train --architecture auto` and `saliency explore`. */
export interface ArchitectureChoice {
  readonly architecture: 'ngram-mlp' | 'sepcnn';
  /** Whether there are too few texts to learn word vectors from their labels alone. */
  readonly pretrainedVectors: boolean;
  readonly samples: number;
  readonly medianWords: number;
  /** The number of samples divided by the median number of words in a sample. */
  readonly ratio: number;
  readonly reason: string;
}

/** Below this ratio a bag of n-grams is as good as a sequence model, or better: there are too few texts to learn word order. */
const SEQUENCE_FROM = 1_500;
/** Below this ratio, pre-trained word vectors help a sequence model. */
const OWN_VECTORS_FROM = 15_000;

/**
 * The rule of thumb of Google's text classification guide (2018, some 450 experiments on 12 corpora): the number of
 * samples divided by the median number of words per sample decides between a bag of n-grams and a sequence of words.
 */
export function chooseArchitecture(samples: number, medianWords: number): ArchitectureChoice {
  const ratio = samples / Math.max(1, medianWords);
  const figures = `${samples} samples ÷ ${medianWords} words in the median text = ${ratio.toFixed(0)}`;
  const common = { samples, medianWords, ratio };
  if (ratio < SEQUENCE_FROM) {
    const reason = `${figures}, below ${SEQUENCE_FROM}: too few for word order, so a network on n-grams`;
    return { architecture: 'ngram-mlp', pretrainedVectors: false, ...common, reason };
  }
  const pretrainedVectors = ratio < OWN_VECTORS_FROM;
  const vectors = pretrainedVectors
    ? `below ${OWN_VECTORS_FROM}: with word vectors pre-trained on all texts there are`
    : `${OWN_VECTORS_FROM} or more: word vectors are learned in training`;
  const reason = `${figures}, ${SEQUENCE_FROM} or more: a network on the sequence of words; ${vectors}`;
  return { architecture: 'sepcnn', pretrainedVectors, ...common, reason };
}
