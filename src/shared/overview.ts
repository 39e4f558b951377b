import type { Language } from './languages';

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
  readonly agreement?: GivenLabelAgreement;
  /** Why there is no agreement though there are labels: too many different ones, or none that is known. */
  readonly strangeLabels?: readonly string[];
  /** Rows to look at first, those that a second look may change most in front. */
  readonly review: readonly ReviewRow[];
  /** How many rows there are for each reason, shown or not. */
  readonly reasons: Readonly<Record<Reason, number>>;
  /** The first rows that could not be annotated. */
  readonly damaged: readonly DamagedRow[];
  /** Rows in languages that no model reads; their labels are not compared. */
  readonly otherLanguages?: Readonly<Record<string, number>>;
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

/** How a label fares against the file's own. Undefined: nothing to divide by. */
export interface LabelAgreement {
  readonly label: string;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
}

/** The file's labels against the predictions. */
export interface GivenLabelAgreement {
  /** Names of rows and columns, from bad to good. */
  readonly labels: readonly string[];
  /** `matrix[file's label][verdict]`, rows. */
  readonly matrix: readonly (readonly number[])[];
  /** Rows that could be compared. */
  readonly compared: number;
  readonly accuracy: number;
  /** Mean over the labels that the file or a prediction has. */
  readonly macroF1: number;
  readonly each: readonly LabelAgreement[];
  /** What the file's own labels mean. */
  readonly meaning: Readonly<Record<string, string>>;
  /** Labels of the file that mean none of the models' labels, with their rows. */
  readonly unknown: readonly { readonly given: string; readonly rows: number }[];
}

/** A word that decided, with some of the places where it did. */
export interface DecidingWord {
  readonly word: string;
  /** Rows of the prediction in which it ranked first on its side. */
  readonly rows: number;
  readonly contexts: readonly Context[];
}

/** A word between its neighbours. */
export interface Context {
  readonly row: number;
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

/** The words that most often decided a prediction. */
export interface LabelWords {
  readonly label: string;
  /** Explained rows of the prediction. */
  readonly rows: number;
  readonly for: readonly DecidingWord[];
  readonly against: readonly DecidingWord[];
}

export type Side = 'for' | 'against';

/** Why a row is worth a second look, in the order in which they come. */
export const REASONS = ['wrong', 'tie', 'unsure', 'unfaithful', 'one-word'] as const;

export type Reason = (typeof REASONS)[number];

export type Tone = 'negative' | 'neutral' | 'positive';

/** A marked stretch of a row's text; offsets into `ReviewRow.text`. */
export interface ReviewMark {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly against: boolean;
  readonly tone: Tone;
}

/** A row as a list shows it. Plain JSON. */
export interface ReviewRow {
  readonly row: number;
  readonly file?: string;
  readonly line?: number;
  readonly id?: string | number;
  readonly language: Language;
  readonly model: string;
  readonly method?: string;
  /** The text, or of a long one what stands around the word that decided. */
  readonly text: string;
  /** Whether the text goes on before and after. */
  readonly cut?: { readonly before: boolean; readonly after: boolean };
  readonly marks: readonly ReviewMark[];
  readonly label: string;
  readonly tone: Tone;
  readonly probability: number;
  readonly second?: { readonly label: string; readonly probability: number };
  /** As it stands in the file. */
  readonly given?: string;
  readonly reasons: readonly Reason[];
}

/** Which rows are asked for; all that is named must hold. */
export interface RowFilter {
  readonly label?: string;
  /** Labels as they stand in the file. */
  readonly given?: readonly string[];
  readonly group?: string;
  readonly reason?: Reason;
  /** The word that decided, as it is counted, on one side of the prediction. */
  readonly word?: string;
  readonly side?: Side;
}
