import { isRefusal, type Refusal } from '../shared/protocol/batch';
import type { Explanation, Prediction } from '../shared/explanation';
import type { AnnotatedRecord } from './annotate';

/** The version of the format of a row; its JSON Schema is `schemas/annotated-row.v1.schema.json`. */
export const ROW_FORMAT = 1;

interface Place {
  /** From 1, over all files. */
  readonly row: number;
  /** The source's own id. */
  readonly id?: string | number;
  /** Only where several files were read, or the editor did. */
  readonly file?: string;
  /** Line of the source on which the row begins, from 1. */
  readonly line: number;
  /** Where the text stands there: line, column, line and column of its end, from 1; absent of spreadsheets. */
  readonly at?: readonly [line: number, column: number, endLine: number, endColumn: number];
  /** The source's own label as written, and the class that it means where that is understood. */
  readonly given?: string;
  readonly givenLabel?: string;
  /** The source's own category and date. */
  readonly group?: string;
  readonly date?: string;
  /** A language that no model reads, where the text is surely in it. */
  readonly otherLanguage?: string;
}

/** A row of results: an explanation, a prediction alone, or why there is none and on which line. */
export type AnnotatedRow = Place & (Explanation | Prediction | { readonly error: string });

/** The row of a record, its keys always in the same order. */
export function outputRow({ row, record, answer }: AnnotatedRecord): AnnotatedRow {
  const { id, file, line, place: at, given, givenLabel, group, date, otherLanguage } = record;
  const place = {
    row,
    ...(id !== undefined && { id }),
    ...(file !== undefined && { file }),
    line,
    ...(at && { at: [at.line, at.column, at.endLine, at.endColumn] as const }),
    ...(given !== undefined && { given }),
    ...(givenLabel !== undefined && { givenLabel }),
    ...(group !== undefined && { group }),
    ...(date !== undefined && { date }),
    ...(otherLanguage !== undefined && { otherLanguage }),
  };
  return isRefusal(answer) ? { ...place, error: rowError(line, answer) } : { ...place, ...answer };
}

/** With the line that it is about, as every row of damage says it. */
export function rowError(line: number, { error }: Refusal): string {
  return `Line ${line}: ${error}`;
}
