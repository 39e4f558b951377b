import type { CardDraft } from '../shared/model-card';
import type { Architecture } from '../model/architectures/architecture';
import type { Network } from '../model/network/network';
import type { Truncation, Standardisation } from '../shared/text-options';
import type { Language } from '../shared/languages';
import type { CheckpointStorage } from './fit/checkpoint';
import type { Distillation } from './distillation/distillation';
import type { FitProgress } from './fit/fit';
import type { FitOptions } from './fit/fit-options';
import type { RunningGradientWorker } from './fit/parallel/gradient-worker';
import type { Pretraining } from './pretraining/pretraining';
import type { Sources } from './plans/sources';
import type { TokenizedRow } from './rows/encoded-texts';
import type { PretrainedWords } from './pretraining/pretrained-words';

/** Held-out rows on which figures are measured; they are not used for model selection. */
export interface TestSet {
  /** The name of the data in the model card. */
  readonly name: string;
  readonly rows: readonly TokenizedRow[];
}

/** The parts of the model card that training cannot know. */
export type CardTexts = Pick<CardDraft, 'purpose' | 'trainedOn' | 'changes' | 'notFor' | 'licence'> & {
  /** The public names of the test sets, keyed by their file names. */
  readonly names?: Readonly<Record<string, string>>;
  /** The default explanation method of the model; absent: that of its architecture. */
  readonly defaultMethod?: string;
};

export interface TrainingRequest {
  readonly name: string;
  readonly language: Language;
  readonly architecture: Architecture;
  /** The settings that differ from the published configuration. */
  readonly config: Readonly<Record<string, unknown>>;
  /** From bad to good. */
  readonly labels: readonly string[];
  readonly train: readonly TokenizedRow[];
  /** These rows decide when to stop, which epoch is kept, and how the weights are stored. */
  readonly validation: readonly TokenizedRow[];
  readonly tests: readonly TestSet[];
  readonly vocabulary: { readonly minCount: number; readonly maxWords: number };
  /** The number of words of a text that are trained on. */
  readonly length: number;
  readonly cut: Truncation;
  /** True: the model reads only these words of a longer text in use, too. */
  readonly readsCut: boolean;
  /** How words become tokens. */
  readonly standardisation: Standardisation;
  readonly options: FitOptions;
  readonly card: CardTexts;
  /** The share of validation rows whose label may change when the weights are stored. */
  readonly roundingChanges?: number;
  readonly defaultMethod: string;
  /** For rows of several sources: how they are drawn and scored. */
  readonly sources?: Sources;
  /** The result of an earlier pre-training: its words are the vocabulary, and the network starts from its weights. */
  readonly words?: PretrainedWords;
  /** How much of those weights is kept; see `startFrom`. */
  readonly keep?: number;
  /** Unlabelled texts to pre-train on; they also count for the vocabulary. */
  readonly pretraining?: Pretraining;
  /** Teachers whose soft labels are mixed with the labels. */
  readonly distillation?: Distillation;
  readonly storage?: CheckpointStorage;
  readonly checkpointMinutes?: number;
  /** Starts the threads that share each batch with this one; absent: no further threads. */
  readonly startGradientWorkers?: () => readonly RunningGradientWorker[];
  readonly onProgress?: (progress: FitProgress) => void;
  readonly onStart?: (facts: { readonly words: number; readonly network: Network; readonly taken: number }) => void;
}

/** The words of a text that the finished model reads. */
export const wordsRead = ({ readsCut, length, cut }: Pick<TrainingRequest, 'readsCut' | 'length' | 'cut'>) => ({
  length: readsCut ? length : 0,
  cut,
});
