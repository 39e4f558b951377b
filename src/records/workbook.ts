import { fileErrorText, rowErrorText } from '../shared/file-errors';
import { SaliencyError } from '../shared/saliency-error';
import type { ArchiveFiles } from './bytes/archive';
import { isKnownName } from './columns/names';
import { columnValues, proseScore } from './columns/values';
import type { FileReading, ReadOptions } from './reading';
import type { RawRow, SourceRecord } from './record';
import { recordsFrom } from './record-maker';
import { odsSheets } from './sheets/ods';
import type { Sheet } from './sheets/sheet';
import { spreadsheetMl } from './sheets/spreadsheet-ml';
import { xlsxSheets } from './sheets/xlsx';
import { planRows } from './survey';

/** A source that is ready to be read: how it is read, and its records. */
export interface OpenSource {
  readonly name: string;
  readonly reading: FileReading;
  records(): AsyncGenerator<readonly SourceRecord[]>;
}

const PIECE = 1_000;
/** Rows by which the sheet with the texts is found. */
const SHEET_ROWS = 500;
/** `proseScore` of two words and more. */
const SENTENCES = 3.5;

interface FlatWorkbook {
  readonly format: 'xlsx' | 'ods';
  sheets(xml: string): readonly Sheet[];
}

/** A workbook that is one XML document: a flat OpenDocument file, or what Excel 2003 and many web tools write as `.xls`. */
export function flatWorkbook(beginning: Uint8Array): FlatWorkbook | undefined {
  const start = new TextDecoder().decode(beginning.subarray(0, 4_000));
  if (!/^\uFEFF?\s*<(\?xml|office:|workbook|ss:)/i.test(start)) return undefined;
  if (/<(\w+:)?Workbook[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(start))
    return { format: 'xlsx', sheets: spreadsheetMl };
  if (/<office:document\s[^>]*opendocument\.spreadsheet/.test(start)) return { format: 'ods', sheets: odsSheets };
  return undefined;
}

/** The sheets of an archive that is a workbook. */
export function sheetsIn(files: ArchiveFiles): { format: 'xlsx' | 'ods'; sheets: () => readonly Sheet[] } | undefined {
  if (files.names.includes('xl/workbook.xml')) return { format: 'xlsx', sheets: () => xlsxSheets(files) };
  const isOds = files.names.includes('content.xml') && files.text('mimetype')?.includes('opendocument.spreadsheet');
  return isOds ? { format: 'ods', sheets: () => odsSheets(files.text('content.xml') ?? '<a/>') } : undefined;
}

export function openWorkbook(
  name: string,
  format: 'xlsx' | 'ods',
  sheets: () => readonly Sheet[],
  options: ReadOptions,
): OpenSource {
  let rows: RawRow[] = [];
  let about: { readonly sheet?: string; readonly sheets?: readonly string[] };
  try {
    const all = sheets();
    const sheet = chosenSheet(all, options.sheet, name);
    rows = (sheet?.rows() ?? []).map(({ row, cells }) => ({ line: row, cells }));
    about = { ...(sheet && { sheet: sheet.name }), sheets: all.map((one) => one.name) };
  } catch (error) {
    if (error instanceof SaliencyError) throw error;
    return damaged(name, options, format);
  }
  const { reading, form } = planRows(rows, { file: name, format, formatBy: 'content', ...about }, true, options);
  return {
    name,
    reading,
    async *records() {
      for (let at = 0; at < rows.length; at += PIECE)
        yield await Promise.resolve(recordsFrom(rows.slice(at, at + PIECE), form));
    },
  };
}

/** The sheet that is named, else the first one with a table, else the first one with anything. */
function chosenSheet(sheets: readonly Sheet[], asked: string | undefined, file: string): Sheet | undefined {
  if (asked !== undefined) {
    const found = sheets.find(({ name }) => name === asked) ?? sheets[/^\d+$/.test(asked) ? Number(asked) - 1 : -1];
    if (found) return found;
    const names = sheets.map(({ name }) => name);
    throw new SaliencyError(fileErrorText('noSheet', asked, file, names.join(', ')), 'no-such-column', { column: asked, columns: names, file }); // prettier-ignore
  }
  const seen = sheets.filter(({ hidden }) => !hidden);
  const isTable = (sheet: Sheet) =>
    sheet.rows().filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1).length > 1;
  const tables = seen.filter(isTable);
  const own = tables.filter((sheet) => !isCover(sheet, tables));
  return (
    own.find(hasSentences) ?? own.find(hasTexts) ?? own[0] ?? seen.find((sheet) => sheet.rows().length > 0) ?? seen[0]
  );
}

/** Whether a sheet has a column of texts, as a summary of figures has not. */
const hasTexts = (sheet: Sheet): boolean => textsOf(sheet) !== undefined;

/** Whether these are more than words, such as the names of groups in a pivot table. */
function hasSentences(sheet: Sheet): boolean {
  const texts = textsOf(sheet);
  return texts !== undefined && (texts.named || proseScore(columnValues(texts.values)) >= SENTENCES);
}

/** The values in the text column of a sheet, and whether the name of that column says that it has texts. */
function textsOf(sheet: Sheet): { readonly values: readonly string[]; readonly named: boolean } | undefined {
  const rows = sheet
    .rows()
    .slice(0, SHEET_ROWS)
    .map(({ row, cells }) => ({ line: row, cells }));
  const about = { file: '', format: 'xlsx', formatBy: 'content' } as const;
  const { form, reading } = planRows(rows, about, true, { fields: {}, unit: 'line' });
  const { text } = form.roles;
  if (text === undefined) return undefined;
  const named = reading.columns[text].why === 'name';
  return { values: rows.filter(({ line }) => line !== reading.header).map(({ cells }) => cells[text] ?? ''), named };
}

/** Few lines of two columns before a sheet of more: what the workbook is about, who made it and when. */
function isCover(sheet: Sheet, tables: readonly Sheet[]): boolean {
  const width = (one: Sheet) =>
    Math.max(
      ...one
        .rows()
        .slice(0, 50)
        .map(({ cells }) => cells.filter((cell) => cell !== '').length),
    );
  const rows = sheet.rows();
  if (width(sheet) > 2 || rows.length > 20 || rows.slice(0, 12).some(({ cells }) => cells.filter(isKnownName).length > 1)) return false; // prettier-ignore
  return tables.slice(tables.indexOf(sheet) + 1).some((other) => width(other) > 2);
}

/** A file that cannot be opened is one row of damage. */
export function damaged(name: string, options: ReadOptions, format: 'xlsx' | 'ods' = 'xlsx'): OpenSource {
  const row: RawRow = { line: 1, error: rowErrorText('damagedFile') };
  const { reading } = planRows([row], { file: name, format, formatBy: 'content' }, true, { ...options, fields: {} });
  return {
    name,
    reading,
    async *records() {
      yield await Promise.resolve([{ line: 1, error: row.error }]);
    },
  };
}
