import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/universal';
import type { ReportFigures, ReportOptions } from './report-figures';
import type { Cell } from './cells';
import { sheetsOf, type SheetTable } from './sheets';

/** What Excel takes in one cell. */
const LONGEST = 32_767;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;
/** Excel reads `_x0041_` in a text as the character of that code. */
const CODED = /_(?=x[0-9a-fA-F]{4}_)/g;
const DAY = 86_400_000;
/** Read in the same way in every country. */
const DAYS = 'yyyy-mm-dd';
const TIMES = 'yyyy-mm-dd hh:mm:ss';
const NAME = /[\\/?*[\]:]/g;

/** Results as a workbook (XLSX). Every text is a cell of text: none becomes a formula, whatever it begins with. */
export async function workbook(options: ReportOptions, figures: ReportFigures): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = sheetsOf(options, figures).map((sheet) => ({
    sheet: sheet.name.replace(NAME, ' ').slice(0, 31),
    data: [sheet.head.map(headCell), ...sheet.rows.map((row) => row.map(cellOf))] as Row[],
    columns: sheet.widths.map((width) => ({ width })),
    ...freeze(sheet),
  }));
  const blob = await writeXlsxFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const freeze = ({ head }: SheetTable) => (head.length > 1 ? { stickyRowsCount: 1 } : {});

const textOf = (text: string): string => text.replace(CODED, '_x005F_').replace(CONTROLS, '\uFFFD').slice(0, LONGEST);

const headCell = (text: string): CellObject => ({ value: textOf(text), type: String, fontWeight: 'bold' });

function cellOf(value: Cell): CellObject | null {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    return { value, type: Number, ...(Number.isInteger(value) ? {} : { format: '0.0000' }) };
  }
  if (value instanceof Date) return { value, type: Date, format: value.getTime() % DAY === 0 ? DAYS : TIMES };
  return { value: textOf(value), type: String, format: '@' };
}
