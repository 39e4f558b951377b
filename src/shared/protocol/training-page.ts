import type { Tone } from '../tone';
import type { ReviewMark } from '../overview';
import type { Language } from '../languages';
import type { CheckpointPlace } from '../fine-tuning';
import type { StartKind, TrainingOptions, UseWhere } from './training-choices';

/** A model to start from, with what recommends it. */
export interface StartModel {
  /** The name for people. */
  readonly title: string;
  readonly sameLanguage: boolean;
  readonly sameLabels: boolean;
}

/** What is found before the start. */
export type TrainingCheck =
  | { readonly kind: 'enough'; readonly rows: number; readonly heldOut: number }
  /** Too few to hold out: each row is measured by a model that did not learn it. */
  | { readonly kind: 'folds'; readonly rows: number; readonly folds: number }
  | { readonly kind: 'tooFew'; readonly rows: number; readonly least: number }
  | { readonly kind: 'oneLabel'; readonly label: string }
  | { readonly kind: 'duplicates'; readonly rows: number }
  | { readonly kind: 'conflicts'; readonly texts: number }
  | { readonly kind: 'unlabelled'; readonly rows: number }
  /** Rows whose label is none of those asked for. */
  | { readonly kind: 'otherLabels'; readonly rows: number }
  /** Labels that are not understood, beside others that are: their rows are left out. */
  | { readonly kind: 'notUnderstood'; readonly labels: readonly string[] }
  | { readonly kind: 'withoutWords'; readonly rows: number }
  | { readonly kind: 'damaged'; readonly rows: number }
  | { readonly kind: 'otherLanguages'; readonly rows: number }
  | { readonly kind: 'rare'; readonly label: string; readonly share: number; readonly weight: number }
  | { readonly kind: 'replay'; readonly texts: number }
  /** Other labels than those of the general texts: nothing is replayed, the new model only knows these. */
  | { readonly kind: 'newHead' }
  /** Rows in which the reason is underlined. */
  | { readonly kind: 'reasons'; readonly rows: number }
  /** Rows that are not in the language of the others. */
  | { readonly kind: 'foreignRows'; readonly rows: number; readonly language: Language }
  /** The start is for one language, the rows are in another. */
  | { readonly kind: 'otherLanguage'; readonly start: Language; readonly rows: Language };

export type CheckKind = TrainingCheck['kind'];

/** A class of the rows. */
export interface TrainingClass {
  readonly label: string;
  readonly rows: number;
  readonly tone: Tone;
}

/** The form of a training, completely filled in. */
export interface TrainingForm {
  /** The file, or how many. */
  readonly source: string;
  /** Names of columns; left out if the file has none. */
  readonly text?: string;
  readonly label?: string;
  /** The rows were reviewed by a person. */
  readonly reviewed: boolean;
  /** With a label that can be learnt; left out while they are counted. */
  readonly rows?: number;
  readonly start: {
    readonly chosen: StartKind;
    readonly best?: StartModel;
    readonly other?: StartModel;
    /** The number of rows from which on training from scratch is worth it. */
    readonly scratchFrom: number;
  };
  readonly labels: readonly string[];
  readonly newHead: boolean;
  readonly name: string;
  /** A sentence. */
  readonly nameProblem?: string;
  /** Left out: the storage of the extension. */
  readonly folder?: string;
  readonly bytes?: number;
  readonly options: TrainingOptions;
  /** How long it will take. */
  readonly seconds?: number;
  readonly cores: number;
  readonly checks: readonly TrainingCheck[];
  readonly classes: readonly TrainingClass[];
  /** Why it cannot start, as a sentence. */
  readonly blocked?: string;
}

export type RunState = 'preparing' | 'training' | 'measuring' | 'pausing' | 'paused' | 'cancelling';

/** Figures at one moment of a run; `epoch` as a fraction: 3.5 is half-way through the fourth. */
export interface TrainingPoint {
  readonly epoch: number;
  /** Accuracy on held-out rows of the person's, and on general text. */
  readonly own?: number;
  readonly general?: number;
  /** Cross-entropy on held-out rows. */
  readonly loss?: number;
}

/** A training that runs. */
export interface TrainingRun {
  readonly source: string;
  readonly name: string;
  readonly state: RunState;
  /** 1-based. */
  readonly epoch: number;
  readonly epochs: number;
  /** The share of the work that is done, 0 to 1. */
  readonly share: number;
  readonly rate?: number;
  readonly elapsed: number;
  readonly left?: number;
  readonly cores: readonly [used: number, of: number];
  readonly megabytes?: number;
  /** Seconds since the last checkpoint. */
  readonly saved?: number;
  readonly before: { readonly own?: number; readonly general?: number };
  readonly points: readonly TrainingPoint[];
  /** Cross-entropy on the rows that are trained on. */
  readonly losses: readonly { readonly epoch: number; readonly loss: number }[];
  readonly fold?: { readonly at: number; readonly of: number };
  /** A notice about the run, as a sentence: the last checkpoint was damaged. */
  readonly notice?: string;
}

/** A training that does not run, and can be continued. */
export interface TrainingStop {
  readonly source: string;
  readonly name: string;
  /** `elsewhere`: another window has it. */
  readonly why: 'interrupted' | 'failed' | 'elsewhere';
  /** Where its last checkpoint is; absent: it begins again. */
  readonly saved?: CheckpointPlace;
  /** The sentence of what went wrong. */
  readonly problem?: string;
  /** What is in use meanwhile. */
  readonly inUse?: string;
  /** Whether another folder would help. */
  readonly otherFolder: boolean;
  readonly canResume: boolean;
}

/** A figure before and after the training, with the 95 % interval of the latter. */
export interface ComparedAccuracy {
  readonly n: number;
  readonly before?: number;
  readonly after: number;
  readonly interval: readonly [low: number, high: number];
  /** The 95 % interval of the difference. */
  readonly difference?: readonly [low: number, high: number];
}

export interface ShownPrediction {
  readonly label: string;
  readonly probability: number;
  readonly tone: Tone;
}

/** A row whose prediction changed, or which is still wrong. */
export interface ChangedRow {
  readonly index: number;
  /** 1-based, in its file. */
  readonly row: number;
  readonly text: string;
  /** A longer text is cut at the end. */
  readonly cut?: boolean;
  readonly language: Language;
  readonly marks: readonly ReviewMark[];
  readonly label: string;
  readonly before?: ShownPrediction;
  readonly after: ShownPrediction;
}

export const CHANGES = ['mended', 'broken', 'wrong'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** What came of a training. */
export interface TrainingOutcome {
  readonly name: string;
  readonly source: string;
  readonly language: Language;
  /** As a person reads it. */
  readonly date: string;
  readonly seconds: number;
  readonly epochs: number;
  readonly ofEpochs: number;
  readonly rows: number;
  readonly replayed: number;
  /** Rows in another language, left out; absent: none. */
  readonly foreign?: number;
  readonly folds?: number;
  readonly accuracy: ComparedAccuracy;
  readonly macroF1: ComparedAccuracy;
  readonly general?: ComparedAccuracy;
  readonly baseline?: ComparedAccuracy;
  readonly labels: readonly string[];
  readonly confusion: {
    readonly before?: readonly (readonly number[])[];
    readonly after: readonly (readonly number[])[];
  };
  readonly changes: Readonly<Record<ChangeKind, { readonly rows: number; readonly shown: readonly ChangedRow[] }>>;
  /** The most informative rows without a label, and of how many they were chosen. */
  readonly next?: { readonly rows: number; readonly of: number };
  /** Rows among those learnt from that a person had corrected, but not those that the start had learnt already. */
  readonly corrections: number;
  /** Accuracy of always saying the commonest label. */
  readonly commonest: number;
  /** How well underlined reasons are found (AUPRC), and on how many rows. */
  readonly reasons?: { readonly n: number; readonly before?: number; readonly after: number };
  /** The folder of the files, from the workspace's; left out if there is none. */
  readonly folder?: string;
  readonly hasWorkspace: boolean;
  /** Model that it would replace everywhere. */
  readonly replaces: string;
  readonly decided: 'open' | 'used' | 'kept';
  readonly usedIn?: UseWhere;
}

export type TrainingView =
  | { readonly stage: 'form'; readonly form: TrainingForm }
  | { readonly stage: 'running'; readonly run: TrainingRun }
  | { readonly stage: 'stopped'; readonly stop: TrainingStop }
  | { readonly stage: 'result'; readonly result: TrainingOutcome }
  /** Nothing is trained, and nothing was. */
  | { readonly stage: 'none' };
