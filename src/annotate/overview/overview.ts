import type { Agreement } from './agreement';
import type { LabelWords } from './deciding-words';
import type { Reason, ReviewRow, Tone } from './review';

/** What a file of results comes to: all that the overview shows. Plain JSON. */
export interface Overview {
  readonly rows: number;
  readonly errors: number;
  readonly models: readonly string[];
  readonly methods: readonly string[];
  /** Rows of which it was measured how faithful their explanation is. */
  readonly measured: number;
  /** From bad to good. */
  readonly labels: readonly LabelCount[];
  /** Rows by the file's own categories, the largest first; left out where there are none, or too many. */
  readonly groups?: readonly GroupCount[];
  readonly lengths: LengthCounts;
  /** One a label; empty where no row is explained. */
  readonly words: readonly LabelWords[];
  readonly agreement?: Agreement;
  /** Why there is no agreement though there are labels: too many different ones, or none that is known. */
  readonly strangeLabels?: readonly string[];
  /** Rows to look at first, those that a second look may change most in front. */
  readonly review: readonly ReviewRow[];
  /** How many rows there are for each reason, shown or not. */
  readonly reasons: Readonly<Record<Reason, number>>;
  /** The first rows that could not be annotated. */
  readonly damaged: readonly DamagedRow[];
}

export interface LabelCount {
  readonly label: string;
  readonly tone: Tone;
  readonly rows: number;
  /** Rows to which the file itself gives the label. */
  readonly given?: number;
}

export interface GroupCount {
  readonly group: string;
  readonly rows: number;
  /** One a label of `Overview.labels`. */
  readonly byLabel: readonly number[];
}

export interface LengthCounts {
  /** Verdicts without reasons do not say how many words there are. */
  readonly unit: 'words' | 'characters';
  /** Width of a bin; the last bin is open. */
  readonly bin: number;
  readonly counts: readonly number[];
  readonly median: number;
  readonly longest: number;
}

export interface DamagedRow {
  readonly row: number;
  readonly file?: string;
  readonly line?: number;
  readonly error: string;
}
