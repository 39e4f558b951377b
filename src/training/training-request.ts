import type { CardDraft } from '../shared/model-card';
import type { Architecture, Network } from '../model/network/network';
import type { Truncation, Standardisation } from '../shared/text-options';
import type { Language } from '../shared/languages';
import type { CheckpointStorage } from './fit/checkpoint';
import type { Distillation } from './distillation/distillation';
import type { FitProgress } from './fit/fit';
import type { FitOptions } from './fit/fit-options';
import type { RunningPartner } from './fit/parallel/partner';
import type { Pretraining } from './pretraining/pretraining';
import type { Sources } from './plans/sources';
import type { TokenizedRow } from './rows/encoded-texts';
import type { PretrainedWords } from './pretraining/pretrained-words';

/** Rows on which figures are measured; they choose nothing. */
export interface TestSet {
  /** As the card names it. */
  readonly name: string;
  readonly rows: readonly TokenizedRow[];
}

/** What the card says that training cannot know. */
export type CardTexts = Pick<CardDraft, 'purpose' | 'trainedOn' | 'changes' | 'notFor' | 'licence'> & {
  /** Public names of the test sets, by the names of their files. */
  readonly names?: Readonly<Record<string, string>>;
};

export interface TrainingRequest {
  readonly name: string;
  readonly language: Language;
  readonly architecture: Architecture;
  /** Where it differs from the published configuration. */
  readonly config: Readonly<Record<string, unknown>>;
  /** From bad to good. */
  readonly labels: readonly string[];
  readonly train: readonly TokenizedRow[];
  /** Decide when to stop, which epoch is kept, and how the weights are stored. */
  readonly validation: readonly TokenizedRow[];
  readonly tests: readonly TestSet[];
  readonly vocabulary: { readonly minCount: number; readonly maxWords: number };
  /** Words of a text that are trained on. */
  readonly length: number;
  readonly cut: Truncation;
  /** True: of a longer text the model reads only these words, also when it is used. */
  readonly readsCut: boolean;
  /** How the rows' words became tokens. */
  readonly standardisation: Standardisation;
  readonly options: FitOptions;
  readonly card: CardTexts;
  /** Share of the validation rows whose label storing the weights may change. */
  readonly roundingChanges?: number;
  readonly defaultMethod: string;
  /** Where rows are of several sources: how they are drawn and judged. */
  readonly sources?: Sources;
  /** Words of an earlier pre-training: they are the vocabulary, and the network starts from their weights. */
  readonly words?: PretrainedWords;
  /** Texts without labels to learn from first; they also count for the vocabulary. */
  readonly pretraining?: Pretraining;
  /** Other models whose judgement is learnt beside the labels. */
  readonly distillation?: Distillation;
  readonly storage?: CheckpointStorage;
  readonly checkpointMinutes?: number;
  /** Starts the threads that share each batch with this one; left out: none. */
  readonly startPartners?: () => readonly RunningPartner[];
  readonly onProgress?: (progress: FitProgress) => void;
  readonly onStart?: (facts: { readonly words: number; readonly network: Network; readonly taken: number }) => void;
}

/** Which words of a text the finished model reads. */
export const wordsRead = ({ readsCut, length, cut }: Pick<TrainingRequest, 'readsCut' | 'length' | 'cut'>) => ({
  length: readsCut ? length : 0,
  cut,
});
