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
  /** The source's own label and category. */
  readonly given?: string;
  readonly group?: string;
}

/** A row of results: an explanation, a verdict alone, or why there is none and on which line. */
export type AnnotatedRow = Place & (Explanation | Prediction | { readonly error: string });

/** The row of a record, its keys always in the same order. */
export function outputRow({ row, record, answer }: AnnotatedRecord): AnnotatedRow {
  const { id, file, line, given, group } = record;
  const place = {
    row,
    ...(id !== undefined && { id }),
    ...(file !== undefined && { file }),
    line,
    ...(given !== undefined && { given }),
    ...(group !== undefined && { group }),
  };
  return isRefusal(answer) ? { ...place, error: rowError(line, answer) } : { ...place, ...answer };
}

/** With the line that it is about, as every row of damage says it. */
export function rowError(line: number, { error }: Refusal): string {
  return `Line ${line}: ${error}`;
}
