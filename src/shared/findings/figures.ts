import type { Language } from '../languages';
import type { Condition, Filter } from './filter';

/** A figure with its 95 % interval. Shares 0–1; differences −1 to 1. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share of rows, Wilson's interval. */
export interface Share extends Estimate {
  readonly rows: number;
  readonly of: number;
}

/** Rows by sentiment. */
export interface Sentiments {
  readonly rows: number;
  readonly negative: Share;
  readonly neutral: Share;
  readonly positive: Share;
}

/** Rows against their reference; the change is that of the positive share, Newcombe's interval. */
export interface ComparedSentiments extends Sentiments {
  readonly reference?: Sentiments;
  readonly change?: Estimate;
  readonly changeNegative?: Estimate;
}

export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface TimePoint extends Sentiments {
  /** First and last day, since 1970-01-01. */
  readonly from: number;
  readonly to: number;
}

/** The change of a share at one point of time: all before against all from it on. */
export interface TimeChange {
  readonly tone: 'positive' | 'negative';
  /** Place in `points` of the first point after it, and its first day. */
  readonly at: number;
  readonly day: number;
  readonly before: Share;
  readonly after: Share;
  /** After less before. Its interval takes into account that the place was searched for. */
  readonly difference: Estimate;
  /** First and last day on which it may as well have begun (where the likelihood is little smaller). */
  readonly between: readonly [from: number, to: number];
  /** Larger than chance would make it anywhere. */
  readonly certain: boolean;
}

export interface TimeFigure {
  /** The first and the last day of which there are rows; the first and the last period may begin before and end after them. */
  readonly first: number;
  readonly last: number;
  readonly unit: TimeUnit;
  readonly points: readonly TimePoint[];
  /** Rows without a date, and those whose date could not be read. */
  readonly undated: number;
  readonly unreadable: { readonly rows: number; readonly first?: { readonly row: number; readonly written: string } };
  /** Absent: fewer than two points. */
  readonly change?: TimeChange;
  /** Dates such as 3/4/2024 were read as day/month or month/day, and whether the file shows which. */
  readonly order?: { readonly dayFirst: boolean; readonly sure: boolean };
}

export interface GroupFigure extends ComparedSentiments {
  /** As it stands in the file; empty: rows without one. */
  readonly value: string;
  /** Opens the rows. */
  readonly filter: Condition;
}

export interface ColumnFigure {
  readonly column: string;
  /** At most 20, sorted by |change| where there is a reference, else by rows. */
  readonly groups: readonly GroupFigure[];
  readonly other?: ComparedSentiments & { readonly values: number };
  readonly values: number;
}

export interface AspectFigure extends ComparedSentiments {
  /** The noun as it is mostly written. */
  readonly aspect: string;
  readonly language: Language;
  /** How many times as frequent as in the rest, with interval, and its rows there; absent without a rest. */
  readonly times?: Estimate;
  readonly restRows?: number;
  /** Of all rows, the share that names it and is negative or positive there, less the same of the rest. */
  readonly more?: { readonly negative: Estimate; readonly positive: Estimate };
  /** Indices of rows. */
  readonly examples: readonly number[];
  readonly filter: Condition;
}

export interface PhraseMember {
  readonly key: string;
  /** As it is mostly written. */
  readonly text: string;
  readonly rows: number;
}

/** Phrases with the same head word that decided for one side. */
export interface PhraseGroup {
  readonly head: string;
  readonly text: string;
  readonly rows: number;
  readonly members: readonly PhraseMember[];
  /** How many times as frequent as in the rest, with interval; absent without a rest. */
  readonly times?: Estimate;
  readonly restRows?: number;
  readonly examples: readonly number[];
  readonly filter: Condition;
}

export interface PhraseFigure {
  /** Highlighted phrases that push to negative or positive and decided. */
  readonly negative: readonly PhraseGroup[];
  readonly positive: readonly PhraseGroup[];
}

/** A word of a group against the rest: log-odds with an informative Dirichlet prior (Monroe et al. 2008). */
export interface DistinctiveWord {
  readonly word: string;
  readonly rows: number;
  readonly restRows: number;
  readonly logOdds: number;
  readonly z: number;
  readonly filter: Condition;
}

export interface ClassFigure {
  readonly label: string;
  readonly rows: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly confidence: number;
  readonly accuracy: Share;
}

export interface ThresholdPoint {
  /** Confidence at least. */
  readonly threshold: number;
  readonly kept: number;
  readonly accuracy?: Share;
}

export interface Slice {
  readonly filter: Filter;
  readonly kind: 'column' | 'length' | 'word' | 'language' | 'label';
  readonly name: string;
  readonly value: string;
  readonly accuracy: Share;
  /** Accuracy of the slice less that of all rows outside it. */
  readonly change: Estimate;
}

export interface AccuracyFigure {
  readonly labels: readonly string[];
  /** `matrix[label][prediction]`. */
  readonly matrix: readonly (readonly number[])[];
  readonly compared: number;
  readonly accuracy: Share;
  readonly macroF1: number;
  readonly classes: readonly ClassFigure[];
  readonly calibration: readonly CalibrationBin[];
  /** Expected calibration error over the bins. */
  readonly calibrationError: number;
  readonly thresholds: readonly ThresholdPoint[];
}

export interface KappaFigure {
  readonly labels: readonly string[];
  readonly both: number;
  readonly agreed: number;
  /** Rows that only one of them labelled: they count for nothing. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly kappa?: Estimate;
  /** Numbers of rows about which they differ. */
  readonly differ: readonly number[];
}

/** Two sets of rows of one file or two: what moved. */
export interface ComparisonFigure {
  readonly before: Sentiments;
  readonly after: Sentiments;
  readonly positive: Estimate;
  readonly negative: Estimate;
  /** If the same texts were read by two models or in two runs: rows whose prediction changed. */
  readonly moved?: {
    readonly both: number;
    readonly labels: readonly string[];
    /** `matrix[before][after]`. */
    readonly matrix: readonly (readonly number[])[];
    /** Indices in the second one. */
    readonly changed: readonly number[];
    /** The same by what they were and are, the most frequent first. */
    readonly moves: readonly { readonly from: string; readonly to: string; readonly rows: readonly number[] }[];
    /** McNemar's interval of the difference of the positive share. */
    readonly paired: Estimate;
  };
}

/** What the overview says on top. `filter` opens the rows behind it. */
export type Finding =
  | { readonly kind: 'nothing-read'; readonly rows: number; readonly filter: Filter }
  | { readonly kind: 'shares'; readonly sentiments: Sentiments; readonly filter: Filter }
  | { readonly kind: 'trend'; readonly change: TimeChange; readonly unit: TimeUnit; readonly filter: Filter }
  | { readonly kind: 'no-trend'; readonly change: TimeChange; readonly unit: TimeUnit; readonly filter: Filter }
  | {
      readonly kind: 'group';
      readonly column: string;
      readonly value: string;
      /** Of the group's own share. */
      readonly change: TimeChange;
      readonly unit: TimeUnit;
      /** The other rows, on the same day: chance explains what changed there if the interval includes zero. */
      readonly without: { readonly before: Share; readonly after: Share; readonly difference: Estimate };
      /** Told by itself: all rows together show no change that is larger than chance, or another one. */
      readonly alone: boolean;
      readonly filter: Filter;
    }
  | {
      readonly kind: 'difference';
      readonly column: string;
      readonly value: string;
      readonly tone: 'positive' | 'negative';
      readonly share: Share;
      readonly rest: Share;
      readonly difference: Estimate;
      readonly filter: Filter;
    }
  | {
      readonly kind: 'topics';
      readonly tone: 'positive' | 'negative';
      readonly aspects: readonly AspectFigure[];
      readonly phrases: readonly PhraseGroup[];
      readonly rows: number;
      readonly filter: Filter;
    }
  | { readonly kind: 'accuracy'; readonly accuracy: Share; readonly macroF1: number; readonly filter: Filter };
