import type { Label } from './explanation';
import type { Language } from './languages';

/** Where a row stands, for people; never learnt from. */
export interface RowPlace {
  /** The file as people know it. */
  readonly file?: string;
  /** Its address, where it can be opened. */
  readonly address?: string;
  /** From 1. */
  readonly line?: number;
}

/** A labelled row to learn from. */
export interface TrainingRow {
  readonly text: string;
  /** The class that the file or a person gives it. */
  readonly label: Label;
  /** What people underlined as the reason: `[start, end)` in UTF-16 units. */
  readonly spans?: readonly (readonly [number, number])[];
  /** Rows of one group stay on one side of a split: a text and its edited twin. */
  readonly group?: string;
  /** A person changed the label of the file or of the prediction. */
  readonly corrected?: true;
  readonly place?: RowPlace;
}

/** What training starts from. `model`: by its name, as an explainer knows it. */
export type FineTuningStart =
  { readonly kind: 'model'; readonly model: string } | { readonly kind: 'scratch'; readonly architecture?: string };

/** What is advanced in the form; what is left out is chosen by the number of rows. */
export interface FineTuningOptions {
  readonly epochs?: number;
  readonly learningRate?: number;
  readonly batchSize?: number;
  readonly seed?: number;
  /** General texts that are replayed in an epoch, for each row of one's own; 0: none. */
  readonly replay?: number;
}

/** One training: everything that decides its result. The same request gives the same bytes. */
export interface FineTuningRequest {
  readonly rows: readonly TrainingRow[];
  /** What the rows are called, in the card and on pages: `support-tickets.csv`. */
  readonly source: string;
  /** Left out: found in the texts. */
  readonly language?: Language;
  /** Left out: the default of the language. */
  readonly start?: FineTuningStart;
  /**
   * The classes, from bad to good: with those of the start in the same order the model's output stays, otherwise it gets a
   * new one. Left out: those of the start where all rows have one of them, else those of the rows.
   */
  readonly labels?: readonly Label[];
  /** The new model's name. */
  readonly name: string;
  /** The address of the folder that the finished model is written to. */
  readonly out: string;
  /** The address of the folder of this run: request, checkpoints, result. */
  readonly run: string;
  /** Processor cores that may be used, 1 or more. */
  readonly cores: number;
  readonly options?: FineTuningOptions;
  /** Texts without a label, each with an id of the caller; the result names those that would be most useful to label. */
  readonly unlabelled?: readonly { readonly id: string; readonly text: string }[];
}

/** A class and how many rows have it. */
export interface ClassCount {
  readonly label: Label;
  readonly rows: number;
}

/** Rows that say the same text; `rows` are indices into the request's. */
export interface SameText {
  readonly text: string;
  readonly rows: readonly number[];
}

/**
 * How the result is measured. `held-out`: rows that are neither learnt nor chosen by. `folds`: too few rows to hold any out;
 * each row is predicted once by a model that has not seen it.
 */
export type FineTuningSplit =
  | { readonly kind: 'held-out'; readonly train: number; readonly validation: number; readonly heldOut: number }
  | { readonly kind: 'folds'; readonly folds: number; readonly rows: number };

/** What stands in the way of a start; words for people are made from it. */
export type FineTuningObstacle =
  | { readonly code: 'too-few-rows'; readonly rows: number; readonly needed: number }
  | { readonly code: 'too-few-labels'; readonly labels: readonly Label[] }
  /** The start was imported from Keras: its layers are what its file says, and are not trained here. */
  | { readonly code: 'imported-start'; readonly model: string }
  /** The start is for texts of another language, and of a kind that can learn no new words. */
  | { readonly code: 'wrong-language'; readonly language: Language; readonly model: string };

/** What is known before a training starts. */
export interface FineTuningCheck {
  readonly language: Language;
  /** What it would start from, and why: `asked`; `fits` (same language, same classes); `new-output` (same language). */
  readonly start: FineTuningStart & { readonly reason: 'asked' | 'fits' | 'new-output' };
  readonly labels: readonly Label[];
  /** The model gets a new output layer, so there is no accuracy before. */
  readonly newOutput: boolean;
  /** The language of the start where the rows are in another: it learns their words anew. */
  readonly startsFrom?: Language;
  /** Rows that are used: distinct texts with one label and at least one word. */
  readonly rows: number;
  /** The classes of the rows that are used. */
  readonly classes: readonly ClassCount[];
  /** Texts that stand there more than once with the same label: used once. */
  readonly duplicates: readonly SameText[];
  /** Texts with different labels: left out. */
  readonly conflicts: readonly SameText[];
  /** Rows without a word: left out. */
  readonly withoutWords: readonly number[];
  /** Rows whose label is none of the classes asked for: left out. */
  readonly otherLabels: readonly number[];
  /** Rows in another language than most, which the model could not read: left out. */
  readonly otherLanguage: readonly number[];
  /** Classes that are rare, and how many times each of their rows counts. */
  readonly rare: readonly { readonly label: Label; readonly times: number }[];
  readonly split: FineTuningSplit;
  /** Rows with an underlined reason. */
  readonly reasons: number;
  /** General texts that are replayed in all. */
  readonly replayed: number;
  readonly epochs: number;
  /** The time it takes, about, with the cores asked for. */
  readonly seconds: number;
  /** Size of the new model in bytes, about. */
  readonly bytes: number;
  /** Empty: it can start. */
  readonly obstacles: readonly FineTuningObstacle[];
}

/** One point of the curves. */
export interface EpochPoint {
  /** Where in the training: 0 = before it, 1 = after the first epoch. */
  readonly epoch: number;
  /** Cross-entropy of the rows trained on since the point before; absent before training. */
  readonly loss?: number;
  /** The loss on validation rows: those of one's own rows that decide when to stop and are not part of the result. */
  readonly validationLoss?: number;
  readonly accuracy?: number;
  /** Accuracy on general text; absent if the classes are others than those of general text. */
  readonly general?: number;
}

/** What the training is at. `folds`: measuring with models that each leave out a part of the rows. */
export type FineTuningPhase = 'reading' | 'before' | 'folds' | 'training' | 'reasons' | 'measuring' | 'writing';

export interface FineTuningProgress {
  readonly phase: FineTuningPhase;
  /** In `folds`: which of how many, from 1. */
  readonly fold?: { readonly at: number; readonly of: number };
  /** Epochs of this phase that are done, and at most all. */
  readonly epoch: number;
  readonly epochs: number;
  /** Steps of the epoch. */
  readonly step: number;
  readonly steps: number;
  /** The points of this phase; the first one is before training (`epoch` 0). */
  readonly points: readonly EpochPoint[];
  /** The share of the whole run that is done, 0 to 1. */
  readonly done: number;
  readonly examplesPerSecond?: number;
  readonly secondsLeft?: number;
  readonly seconds: number;
  readonly cores: number;
  /** Memory of the worker in bytes. */
  readonly memory: number;
  /** The last checkpoint: seconds of the run at which it was saved. */
  readonly savedAt?: number;
  readonly paused: boolean;
  /** Set where this run went on with a checkpoint. `damaged`: the last one could not be read, and the one before was taken. */
  readonly resumed?: { readonly epoch: number; readonly damaged: boolean };
}

/** 95 %. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Figures of one model on some rows; shares from 0 to 1. */
export interface AccuracyFigures {
  readonly accuracy: number;
  readonly accuracyInterval: Interval;
  readonly macroF1: number;
  readonly macroF1Interval: Interval;
}

/** The same rows before and after. */
export interface BeforeAfter {
  readonly n: number;
  /** Absent if the start has other classes. */
  readonly before?: AccuracyFigures;
  readonly after: AccuracyFigures;
  /** Accuracy after less before, of the same rows; absent without `before`. */
  readonly change?: Interval & { readonly points: number };
}

/** What became of one measured row. */
export type RowOutcome = 'mended' | 'broken' | 'still-wrong' | 'still-right' | 'right' | 'wrong';

export interface RowPrediction {
  readonly label: Label;
  readonly probability: number;
}

/** A measured row; `right` and `wrong` only where there is no prediction before. */
export interface RowResult {
  /** Index into the request's rows. */
  readonly row: number;
  readonly text: string;
  readonly label: Label;
  readonly outcome: RowOutcome;
  readonly before?: RowPrediction;
  readonly after: RowPrediction;
  readonly place?: RowPlace;
}

/** `[label][prediction]` in the order of the labels. */
export type Confusion = readonly (readonly number[])[];

export interface FineTuningResult {
  readonly name: string;
  readonly out: string;
  readonly source: string;
  readonly language: Language;
  readonly labels: readonly Label[];
  readonly start: FineTuningStart;
  readonly newOutput: boolean;
  readonly split: FineTuningSplit;
  /** On the person's own rows: held out, or each by a model that had not seen it. */
  readonly own: BeforeAfter;
  /** On general text that neither model has learnt: less than before is forgetting. Absent if the classes are others. */
  readonly general?: BeforeAfter;
  /** A simple model trained on the same rows, measured on the same: n-grams and a small network. */
  readonly baseline: AccuracyFigures;
  /** Always the commonest class of the rows trained on. */
  readonly commonest: number;
  readonly confusion: { readonly before?: Confusion; readonly after: Confusion };
  /** All measured rows, in the request's order. */
  readonly rows: readonly RowResult[];
  /** How many of each; 0 are left out. */
  readonly outcomes: Readonly<Partial<Record<RowOutcome, number>>>;
  /** How well reasons are found on measured rows that have one: area under the precision-recall curve; absent without such rows. */
  readonly reasons?: { readonly n: number; readonly before?: number; readonly after: number };
  /** Rows learnt from, and general texts replayed. */
  readonly trained: number;
  readonly replayed: number;
  /** Rows in another language that were left out; absent: none. */
  readonly otherLanguage?: number;
  /** Rows among those learnt from that a person had corrected. */
  readonly corrected: number;
  readonly epochs: {
    readonly run: number;
    readonly most: number;
    readonly kept: number;
    readonly stoppedEarly: boolean;
  };
  /** The duration of the whole run, without pauses. */
  readonly seconds: number;
  /** The day it was trained: `2026-07-08`. */
  readonly date: string;
  /** Ids of the request's unlabelled texts that are worth labelling next, the most informative first; at most 200. */
  readonly next: readonly string[];
  /** Files of the model in bytes. */
  readonly bytes: number;
}

/** Where a checkpoint is in its run. */
export interface CheckpointPlace {
  /** Epochs done of the model that is trained; 0: it is within the first. */
  readonly epoch: number;
  /** Which of the models that measure by parts it is, from 1; absent: the one that is kept. */
  readonly fold?: { readonly at: number; readonly of: number };
}

/** A run that was ended before its end, or has its result, as its folder tells. */
export interface StoredRun {
  readonly name: string;
  readonly source: string;
  readonly out: string;
  /** Where its last whole checkpoint is; absent: none was written, or none can be read. */
  readonly saved?: CheckpointPlace;
  /** Where it has ended. */
  readonly result?: FineTuningResult;
}
