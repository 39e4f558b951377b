import { rowErrorText } from '../shared/file-errors';
import { isRefusal, type Refusal } from '../shared/protocol/batch';
import type { ResultRow } from '../findings/store/result-row';
import type { SourceRecord } from '../records/record';
import type { AnnotatedRecord } from './annotate';

/** The version of the format of a row; its JSON Schema is `schemas/annotated-row.v1.schema.json`. */
export const ROW_FORMAT = 1;

/** The most columns that a row keeps, and the most characters of a cell. */
const MOST_CELLS = 50;
const LONGEST_CELL = 1_000;

/** A row of results, and where its text stands in the source. */
export type AnnotatedRow = ResultRow & {
  /** Line, column, line and column of its end, from 1; absent of spreadsheets. */
  readonly at?: readonly [line: number, column: number, endLine: number, endColumn: number];
};

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
    ...cellsOf(record),
  };
  return isRefusal(answer) ? { ...place, error: rowError(line, answer) } : { ...place, ...answer };
}

/** The cells that are not blank, without the text itself; none where a row has more or fewer cells than there are columns. */
function cellsOf(record: SourceRecord): { readonly cells?: Readonly<Record<string, string>> } {
  const { columns, cells, text, textAt } = record;
  if (!columns || cells?.length !== columns.length) return {};
  const kept: [string, string][] = [];
  for (let at = 0; at < columns.length && kept.length < MOST_CELLS; at++) {
    const cell = cells[at] ?? '';
    if (!(at === textAt && text !== undefined) && cell.trim() !== '')
      kept.push([columns[at], cell.slice(0, LONGEST_CELL)]);
  }
  return kept.length > 0 ? { cells: Object.fromEntries(kept) } : {};
}

/** The error of a row without an answer, with its line number in front. */
export function rowError(line: number, { error }: Refusal): string {
  return rowErrorText('line', String(line), error);
}
