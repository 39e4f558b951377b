/** What a column is used for; `none`: not at all. */
export const USES = ['text', 'label', 'date', 'group', 'id', 'none'] as const;
export type ColumnUse = (typeof USES)[number];

/** The meanings that a person can give a label; `out`: its rows are left out of comparisons. */
export const MEANINGS = ['positive', 'neutral', 'negative', 'out'] as const;
export type Meaning = (typeof MEANINGS)[number];

export const DEPTHS = ['prediction', 'explained', 'measured'] as const;
export type Depth = (typeof DEPTHS)[number];
export const COPIES = ['none', 'csv', 'html'] as const;
export type CopyForm = (typeof COPIES)[number];
export const RECORDS = ['line', 'paragraph', 'sentence', 'file'] as const;
export type RecordUnit = (typeof RECORDS)[number];

/** One column as it is read. */
export interface ReadColumn {
  readonly name: string;
  readonly use: ColumnUse;
  /** Different values among the rows that were looked at, and rows that have one. */
  readonly different: number;
  readonly filled: number;
  /** Another column of free text. */
  readonly free: boolean;
}

/** One value of the label column. */
export interface ReadLabel {
  readonly value: string;
  readonly rows: number;
  /** The beginning of a text that has it. */
  readonly example: string;
  /** A label of its own, as of models with five degrees, is called as it is; undefined: it is not understood. */
  readonly meaning?: string;
}

/** How a file is read, for a person to look at and to change before it is annotated. Plain JSON. */
export interface ReadingView {
  /** A file's name, or how many files. */
  readonly what: string;
  /** With several files: the one that is shown. */
  readonly shown?: string;
  /** What people call it, in the language of the editor. */
  readonly format: string;
  readonly rows: number;
  /** True: the whole file was examined, not just its beginning. */
  readonly whole: boolean;
  readonly damage: { readonly rows: number; readonly line?: number; readonly error?: string };
  /** How many of the examined rows have no text. */
  readonly empty: number;
  /** How many of the examined rows are in each language, the most frequent first. */
  readonly languages: readonly { readonly code: string; readonly rows: number }[];
  readonly encoding?: {
    readonly name: string;
    readonly by: 'asked' | 'mark' | 'content';
    readonly confidence: number;
    /** The second most likely encoding, and a text as it would read in it. */
    readonly other?: { readonly name: string; readonly sample: string };
  };
  readonly encodings: readonly string[];
  /** For tables: the delimiter, empty for one column. */
  readonly delimiter?: string;
  /** For tables: the line of the header; 0: there is none. */
  readonly header?: number;
  readonly sheet?: string;
  readonly sheets: readonly string[];
  /** For running text: what one record is, and can be. */
  readonly unit?: RecordUnit;
  readonly units: readonly RecordUnit[];
  readonly language: string;
  readonly columns: readonly ReadColumn[];
  /** The first rows. */
  readonly cells: readonly (readonly string[])[];
  readonly labels?: {
    readonly column: string;
    readonly scale: string;
    readonly values: readonly ReadLabel[];
    /** The number of rows whose value is not understood. */
    readonly unknown: number;
  };
  /** The file's name that results get. */
  readonly results: string;
  readonly also: CopyForm;
  readonly depth: Depth;
}
