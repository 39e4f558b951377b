import { isRefusal, type Refusal } from '../engine/batch';
import type { Explanation, Prediction } from '../explain/explanation';
import type { AnnotatedRecord } from './annotate';

/** The version of the format of a row; its JSON Schema is `schemas/annotated-row.v1.schema.json`. */
export const ROW_FORMAT = 1;

interface Place {
  /** From 1, over all files. */
  readonly row: number;
  /** The source's own id. */
  readonly id?: string | number;
  /** Only where several files were read. */
  readonly file?: string;
  /** The source's own label and category. */
  readonly given?: string;
  readonly group?: string;
}

/** A row of results: an explanation, a verdict alone, or why there is none and on which line. */
export type AnnotatedRow = Place & (Explanation | Prediction | { readonly line: number; readonly error: string });

/** The row of a record, its keys always in the same order. */
export function rowOf({ row, record, answer }: AnnotatedRecord): AnnotatedRow {
  const { id, file, given, group } = record;
  const place = {
    row,
    ...(id !== undefined && { id }),
    ...(file !== undefined && { file }),
    ...(given !== undefined && { given }),
    ...(group !== undefined && { group }),
  };
  return isRefusal(answer)
    ? { ...place, line: record.line, error: errorOf(record.line, answer) }
    : { ...place, ...answer };
}

/** With the line that it is about, as every row of damage says it. */
export function errorOf(line: number, { error }: Refusal): string {
  return `Line ${line}: ${error}`;
}
