import type { Explanation, Prediction } from '../../shared/explanation';

/** What is read of a row of results; `docs/rows.md` has them all. */
export interface ResultPlace {
  readonly row: number;
  readonly id?: string | number;
  readonly file?: string;
  readonly line: number;
  readonly given?: string;
  readonly givenLabel?: string;
  readonly group?: string;
  readonly date?: string;
  readonly otherLanguage?: string;
  readonly cells?: Readonly<Record<string, string>>;
}

export type ResultAnswer = Explanation | Prediction;
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
