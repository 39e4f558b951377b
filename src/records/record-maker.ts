import { rowErrorText } from '../shared/file-errors';
import type { Roles } from './columns/choose';
import { isEmpty } from './columns/values';
import { classOfDegree, CLASSES } from './labels/degree';
import type { LabelMeaning } from './labels/label-meaning';
import { otherLanguage } from './other-language';
import { damageOf, NO_TEXT, type RawRow, type SourceRecord } from './record';

/** How rows of a source become records. */
export interface RecordForm {
  readonly names: readonly string[];
  readonly roles: Roles;
  /** Lines that are no records: the header, and what stands around it. */
  readonly skipped: ReadonlySet<number>;
  /** The cells of the header as they are written there, of two columns or more: tables are put one after another with it. */
  readonly header?: readonly string[];
  /** Rows of a spreadsheet end with their last cell that is not empty. */
  readonly ragged: boolean;
  /** What surveys ask, where the names are codes of it (`Q1`): it says what labels mean. */
  readonly questions?: readonly string[];
  readonly meaning?: LabelMeaning;
  readonly classes?: readonly string[];
  readonly places?: boolean;
  readonly anyLanguage?: boolean;
}

/** The record of a row; undefined if the row is not a record. */
function recordFrom(row: RawRow, form: RecordForm): SourceRecord | undefined {
  const { line, error } = row;
  if (isNone(row, form)) return undefined;
  if (row.text !== undefined)
    return {
      line,
      ...textOf(row.text, row, -1, form),
      ...aloneIn(form, row.text),
      ...(row.value !== undefined && { value: row.value }),
    };
  if (error !== undefined) return { line, ...(form.names.length > 0 && { columns: form.names, cells: [] }), error };
  const cells = cellsOf(row, form);
  const columns = form.names;
  if (typeof cells === 'string')
    return { line, ...(columns.length > 0 && { columns, cells: row.cells ?? [] }), error: cells };
  const { roles } = form;
  const { text, label, id, group, date } = roles;
  const cell = (at: number | undefined) =>
    at === undefined || cells[at] === '' || cells[at] === undefined || damageOf(cells[at]) ? undefined : cells[at];
  const given = cell(label);
  const own = given !== undefined && !form.meaning?.none(given) ? given : undefined;
  const meant = own === undefined ? undefined : classOf(own, form);
  const written = id === undefined ? undefined : (row.fields?.get(columns[id])?.written ?? cell(id));
  const [groupOf, dateOf] = [cell(group), cell(date)];
  return {
    line,
    ...(text === undefined ? { error: noColumn(row, columns) } : wordsOf(row, cells, text, form)),
    ...(written !== undefined && written !== '' && { id: typeof written === 'boolean' ? String(written) : written }),
    ...(own !== undefined && { given: own }),
    ...(meant !== undefined && { givenLabel: meant }),
    ...(groupOf !== undefined && { group: groupOf }),
    ...(dateOf !== undefined && { date: dateOf }),
    ...(columns.length > 0 && { columns, cells }),
    ...(text !== undefined && columns.length > 0 && { textAt: text }),
    ...(row.value !== undefined && { value: row.value }),
  };
}

export const recordsFrom = (rows: readonly RawRow[], form: RecordForm): SourceRecord[] =>
  rows.flatMap((row) => recordFrom(row, form) ?? []);

/** Whether a row is not a record: it is blank, the header, a line around it, or the header once more. */
export function isNone({ line, cells }: RawRow, { skipped, header }: Pick<RecordForm, 'skipped' | 'header'>): boolean {
  if (cells === undefined) return false;
  if (skipped.has(line)) return true;
  // A row whose cells are all empty is a blank line of a program that fills up rows.
  if (cells.length > 1 && cells.every((cell) => cell.trim() === '')) return true;
  // Tables that were concatenated may each begin with a byte order mark.
  return header !== undefined && cells.length === header.length && cells.every((cell, i) => cell.replace(/^\uFEFF/, '') === header[i]); // prettier-ignore
}

/** A text without fields, among records that have some. */
function aloneIn({ names, roles }: RecordForm, text: string): Partial<SourceRecord> {
  if (names.length === 0) return {};
  return {
    columns: names,
    cells: names.map((_, i) => (i === roles.text ? text : '')),
    ...(roles.text !== undefined && { textAt: roles.text }),
  };
}

/** The value of a column in a row; empty if there is none. */
export function cellIn({ cells, fields }: RawRow, names: readonly string[], at: number): string {
  return fields ? String(fields.get(names[at])?.written ?? '') : (cells?.[at] ?? '');
}

/** The cells by column, or why there are none. */
export function cellsOf(
  row: RawRow,
  { names, ragged }: Pick<RecordForm, 'names' | 'ragged'>,
): readonly string[] | string {
  const { cells, fields } = row;
  if (fields) return names.map((_, at) => cellIn(row, names, at));
  if (!cells) return NO_TEXT;
  if (cells.length === names.length) return cells;
  const extra = cells.slice(names.length).some((cell) => cell.trim() !== '');
  if (!extra && cells.length > names.length) return cells.slice(0, names.length);
  if (ragged && cells.length < names.length) return names.map((_, i) => cells[i] ?? '');
  const [there, wanted] = [cells.length, names.length];
  if (there === 1) return rowErrorText('oneCell', wanted);
  return wanted === 1 ? rowErrorText('oneColumn', there) : rowErrorText('cells', there, wanted);
}

function wordsOf(row: RawRow, cells: readonly string[], at: number, form: RecordForm): Partial<SourceRecord> {
  const { fields } = row;
  if (!fields) return textOf(unpackedCell(cells[at] ?? ''), row, at, form);
  const columns = form.names;
  const written = fields.get(columns[at])?.written;
  return typeof written === 'string'
    ? textOf(written, row, columns[at], form)
    : { error: rowErrorText('noTextIn', columns[at]) };
}

/** YouTube's own export has a comment as the parts it is made of: `{"text":"Good"},{"text":" one"}`. */
function unpackedCell(cell: string): string {
  if (!cell.startsWith('{"text":')) return cell;
  try {
    const parts = JSON.parse(`[${cell}]`) as readonly { readonly text?: unknown }[];
    return parts.every(({ text }) => typeof text === 'string') ? parts.map(({ text }) => text).join('') : cell;
  } catch {
    return cell;
  }
}

function textOf(text: string, row: RawRow, of: number | string, form: RecordForm): Partial<SourceRecord> {
  // A lone surrogate that JSON itself escapes is kept; one that stands for lost bytes is damage.
  const error = (row.value === undefined ? damageOf(text) : undefined) ?? (isEmpty(text) ? NO_TEXT : undefined);
  if (error !== undefined) return { error };
  const place = form.places ? row.place?.(of) : undefined;
  const other = form.anyLanguage ? undefined : otherLanguage(text);
  return { text, ...(place && { place }), ...(other !== undefined && { otherLanguage: other }) };
}

/** The class of a label: one that is called so, else what it means. */
export function classOf(
  written: string,
  { meaning, classes = CLASSES }: Pick<RecordForm, 'meaning' | 'classes'>,
): string | undefined {
  const plain = written.trim().toLowerCase();
  const called = classes.find((name) => name.toLowerCase() === plain);
  if (called !== undefined) return called;
  const degree = meaning?.degree(written);
  return degree && classOfDegree(degree, classes);
}

function noColumn(row: RawRow, columns: readonly string[]): string {
  if (row.fields) return rowErrorText('noField');
  return rowErrorText('noColumn', columns.slice(0, 20).join(', '));
}
