import type { Tone } from '../tone';
import type { Reason } from '../overview';

/** One condition that rows must meet. Plain JSON, so that filters can be saved. */
export type Condition =
  /** As typed: words, "phrases", /patterns/i; all must be found in the text. */
  | { readonly kind: 'search'; readonly text: string }
  /** Values of a column; the empty string: rows without one. `except`: all other values. */
  | { readonly kind: 'column'; readonly column: string; readonly values: readonly string[]; readonly except?: true }
  | { readonly kind: 'prediction'; readonly labels: readonly string[] }
  /** What the file's own label means. */
  | { readonly kind: 'label'; readonly labels: readonly string[] }
  /** 0–1, both ends included. */
  | { readonly kind: 'confidence'; readonly from: number; readonly to: number }
  /** Whether label and prediction are the same; `none`: rows without a label that is understood. */
  | { readonly kind: 'agreement'; readonly is: 'agrees' | 'differs' | 'none'; readonly against?: Against }
  | { readonly kind: 'review'; readonly is: 'reviewed' | 'unreviewed' | 'corrected' | 'noted' }
  /** Days since 1970-01-01, both ends included. */
  | { readonly kind: 'period'; readonly from: number; readonly to: number }
  | { readonly kind: 'reason'; readonly reasons: readonly Reason[] }
  /** A highlighted phrase, as `PhraseGroup` counts it. */
  | { readonly kind: 'phrase'; readonly keys: readonly string[]; readonly tone?: Tone }
  /** Rows that have the noun `aspect`; with `tone`, in a sentence of that sentiment. `name`: the compound that it is part of. */
  | { readonly kind: 'aspect'; readonly aspect: string; readonly tone?: Tone; readonly name?: string }
  /** A word, as `DistinctiveWord` counts it. */
  | { readonly kind: 'word'; readonly word: string }
  /** Words of the text, both ends included. */
  | { readonly kind: 'length'; readonly from: number; readonly to: number }
  /** Could not be annotated. */
  | { readonly kind: 'damaged' }
  /** One of these at least. */
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  /** Numbers of rows. `texts`: fingerprints of what stood there, so that the rows are found again in a file that has changed. */
  | { readonly kind: 'rows'; readonly rows: readonly number[]; readonly texts?: readonly number[] };

/** All conditions must hold. */
export type Filter = readonly Condition[];

/** What predictions are measured against. */
export type Against = 'file' | 'reviews';

/** Rows in their order. `column`: one of the table's columns. */
export type SortKey =
  | 'row'
  | 'date'
  | 'text'
  | 'length'
  | 'prediction'
  | 'confidence'
  | 'priority'
  | 'random'
  | { readonly column: string };

export interface Sort {
  readonly by: SortKey;
  readonly descending?: boolean;
}
