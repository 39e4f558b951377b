import type { Explanation, Prediction } from '../../shared/explanation';

/** Where a row of results comes from, and what its file says of it; `docs/rows.md` has all of a row. */
export interface ResultPlace {
  /** From 1, over all files. */
  readonly row: number;
  /** The id that the source gives the row. */
  readonly id?: string | number;
  /** The name of the file; given only where several files were read, or where the editor read them. */
  readonly file?: string;
  /** Line of the source on which the row begins, from 1. */
  readonly line: number;
  /** The source's own label as written, and the class that it means where that is understood. */
  readonly given?: string;
  readonly givenLabel?: string;
  /** The source's own category and date. */
  readonly group?: string;
  readonly date?: string;
  /** A language that no model reads, where the text is surely in it. */
  readonly otherLanguage?: string;
  /** The other columns of the source, those of the label, category, id and date among them: name → what stands there. */
  readonly cells?: Readonly<Record<string, string>>;
}

export type ResultAnswer = Explanation | Prediction;
/** A row of results: an explanation, a prediction alone, or why there is none and on which line. */
export type ResultRow = ResultPlace & (ResultAnswer | { readonly error: string });

export const isAnswer = (row: ResultRow): row is ResultPlace & ResultAnswer => !('error' in row);
export const hasWords = (answer: ResultAnswer): answer is Explanation => 'words' in answer;

/** Columns that are no columns of the file. */
export const OWN_COLUMNS = {
  language: 'saliency.language',
  file: 'saliency.file',
  model: 'saliency.model',
  method: 'saliency.method',
  id: 'saliency.id',
  group: 'saliency.group',
  otherLanguage: 'saliency.otherLanguage',
} as const;

/** Columns that say how rows were read, and nothing about what stands in them. */
export const TECHNICAL_COLUMNS: ReadonlySet<string> = new Set([
  OWN_COLUMNS.model,
  OWN_COLUMNS.method,
  OWN_COLUMNS.id,
  OWN_COLUMNS.otherLanguage,
]);
