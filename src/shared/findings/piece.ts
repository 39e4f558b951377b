/** A table's strings, each once; a code is a place in the list. What is new in a piece follows what came before. */
export interface NewStrings {
  readonly from: number;
  readonly strings: readonly string[];
}

/** A column of the file, or what takes part like one (language, model, file): coded values, one a row. */
export interface ColumnPiece {
  readonly name: string;
  readonly values: NewStrings;
  /** Code of the value, one a row; `NO_VALUE` where there is none. */
  readonly codes: Uint32Array<ArrayBuffer>;
}

export const NO_VALUE = 0xffffffff;
export const NO_LABEL = 255;
export const NO_POINTS = -0x8000;
/** The row has no date, or one that could not be read. */
export const NO_DAY = -0x80000000;
export const UNREADABLE_DAY = NO_DAY + 1;
/** The bit of a text's length that says that it stands in `wide`. */
export const WIDE = 0x80000000;

/** Whether a row has a date that could be read. */
export const isDay = (day: number): boolean => day > UNREADABLE_DAY;

/**
 * Some rows of results, column-wise, as they travel from the worker that reads them to the page that shows them. Only typed arrays and
 * strings, so that messages copy them quickly. Pieces are put in their order; the lists of strings go on from one to the next.
 */
export interface RowsPiece {
  /** Rows before this piece. */
  readonly first: number;
  readonly rows: number;
  /** The labels of all models so far, from bad to good, and the side of each: −1, 0, 1. */
  readonly labels: readonly string[];
  readonly tones: readonly number[];
  /** Number of the row in the results, from 1. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** Line in its file. */
  readonly lines: Uint32Array<ArrayBuffer>;
  /** Place in `labels`; `NO_LABEL`: the row could not be annotated, and its text is the error. */
  readonly predictions: Uint8Array<ArrayBuffer>;
  /** Probability of the prediction, and of the likeliest other label, in 1/10,000. */
  readonly confidences: Uint16Array<ArrayBuffer>;
  readonly seconds: Uint16Array<ArrayBuffer>;
  /** The likeliest other label, or `NO_LABEL`. */
  readonly secondLabels: Uint8Array<ArrayBuffer>;
  /** Days since 1970-01-01, `NO_DAY` or `UNREADABLE_DAY`; 3/4/2024 is 4 March here … */
  readonly days: Int32Array<ArrayBuffer>;
  /** … and 3 April here. Absent if no date can be read both ways. */
  readonly daysDayFirst?: Int32Array<ArrayBuffer>;
  /** Dates so far that show which of the two it is. */
  readonly dateEvidence: { readonly dayFirst: number; readonly monthFirst: number };
  readonly unreadable?: { readonly row: number; readonly written: string };
  /** The file's own label as written: a code of `given`. */
  readonly given: NewStrings;
  readonly givenCodes: Uint32Array<ArrayBuffer>;
  /** What labels mean so far, as the run understood them: as written → label. */
  readonly meaning: Readonly<Record<string, string>>;
  /** Which column of the file is which, as far as it shows. */
  readonly roles: { readonly label?: string; readonly group?: string };
  /** A bit for each of `REASONS`, from the lowest; `wrong` is not among them, as labels may change their meaning. */
  readonly reasons: Uint8Array<ArrayBuffer>;
  /** Columns of the file and beside it; a column that comes later has no values in the rows before. */
  readonly columns: readonly ColumnPiece[];
  /** Texts of Latin letters, and all others, one after the other: half the memory for the first. */
  readonly narrow: string;
  readonly wide: string;
  /** Length of each text in UTF-16 units, and `WIDE` where it stands in `wide`. */
  readonly textLengths: Uint32Array<ArrayBuffer>;
  /** Words, lower case; each token is a code of `words` and its flags above 2²⁴ (see `TOKEN_BITS`). */
  readonly words: NewStrings;
  readonly tokenCounts: Uint32Array<ArrayBuffer>;
  readonly tokens: Uint32Array<ArrayBuffer>;
  /** Highlighted phrases, in text order. */
  readonly phraseCounts: Uint16Array<ArrayBuffer>;
  readonly phraseStarts: Uint32Array<ArrayBuffer>;
  readonly phraseLengths: Uint16Array<ArrayBuffer>;
  /** Step 1–4, and above it bits of `PHRASE_BITS`. */
  readonly phraseMarks: Uint8Array<ArrayBuffer>;
  /** Hundredths of a percentage point; `NO_POINTS`: the method has no direction. */
  readonly phrasePoints: Int16Array<ArrayBuffer>;
  /** What a phrase is counted as: a code of `phraseKeys`. */
  readonly phraseKeys: NewStrings;
  /** The head word of each key. */
  readonly phraseHeads: NewStrings;
  readonly phraseCodes: Uint32Array<ArrayBuffer>;
}

/** Bits of a token above its word. */
export const TOKEN_BITS = {
  word: 0x00ffffff,
  /** The sentiment of its sentence or part of one. */
  negative: 0x01000000,
  positive: 0x02000000,
  neutral: 0x04000000,
  /** It stands where nouns stand: “the motor”, “电机很”. */
  nounPlace: 0x08000000,
  /** First token of a sentence. */
  first: 0x10000000,
  /** It is part of a highlighted phrase. */
  highlighted: 0x20000000,
  /** It stands where no noun does: “it was clean”; or it is known to be none. */
  otherPlace: 0x40000000,
} as const;

/** Bits of a phrase's mark above its step. */
export const PHRASE_BITS = { step: 7, against: 8, negative: 16, positive: 32, decided: 64 } as const;
