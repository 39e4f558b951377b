import { architectureNamed } from '../../model/architectures/registry';
import type { Architecture } from '../../model/architectures/architecture';
import { Vocabulary } from '../../text/vocabulary';
import { chooseArchitecture, type ArchitectureChoice } from './choose-architecture';
import { medianOf } from '../exploration/lengths';
import { learnWords } from '../pretraining/learn-words';
import { countTokens } from '../rows/encoded-texts';
import type { PretrainedWords } from '../pretraining/pretrained-words';

/** The value of `--architecture` that chooses by the rows. */
const AUTO = 'auto';

/** An architecture and, if the rows decided, how it was chosen. */
export interface ChosenArchitecture {
  readonly architecture: Architecture;
  readonly choice?: ArchitectureChoice;
}

/** The architecture of that name; for `auto` the one that suits the rows, reported with the reason. */
export function chosenArchitecture(
  name: string,
  texts: readonly string[],
  wordsOf: (text: string) => number,
  say: (line: string) => void,
): ChosenArchitecture {
  if (name !== AUTO) return { architecture: architectureNamed(name) };
  const lengths = texts.map(wordsOf).sort((a, b) => a - b);
  const choice = chooseArchitecture(lengths.length, medianOf(lengths));
  say(`architecture ${choice.architecture}: ${choice.reason}`);
  return { architecture: architectureNamed(choice.architecture), choice };
}

export interface OwnVectors {
  readonly texts: readonly (readonly string[])[];
  readonly minCount: number;
  readonly maxWords: number;
  readonly dimension: number;
  readonly labels: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/**
 * Word vectors that are pre-trained on these texts alone, for a network that has no language-model objective of its own.
 * A small BiLSTM learns next-word prediction for one epoch, and its vectors are returned.
 */
export function ownVectors({ texts, minCount, maxWords, dimension, labels, seed, say }: OwnVectors): PretrainedWords {
  const vocabulary = Vocabulary.build(countTokens(texts), { minCount, maxSize: maxWords, masksUnknown: false });
  const tensors = learnWords({
    architecture: 'attention-bilstm',
    config: { dimension, units: 64 },
    ...{ labels, vocabulary, length: 80, say },
    texts: texts.map((tokens) => vocabulary.encode(tokens)),
    options: { epochs: 1, batchSize: 64, learningRate: 2e-3, seed, negatives: 256, clip: 5 },
  });
  return { vocabulary, tensors: new Map([...tensors].filter(([name]) => name.startsWith('embedding/'))) };
}
