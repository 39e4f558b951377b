import { once } from '../../shared/once';
import type { ArchiveFiles } from '../bytes/archive';
import { MOST_COLUMNS, MOST_ROWS, trimmedRow, type Sheet } from './sheet';
import { readXml } from './xml';

/**
 * The sheets of an Excel workbook (ECMA-376), as the texts that stand in their cells. Own small reader: what is needed of
 * a workbook is its strings, and the usual libraries bring ten times the bytes for styles, formulas and writing.
 */
export function xlsxSheets(files: ArchiveFiles): Sheet[] {
  const targets = new Map<string, string>();
  readXml(files.text('xl/_rels/workbook.xml.rels') ?? '<a/>', {
    open: (name, { Id: id, Target: target }) => {
      if (name === 'Relationship') targets.set(id, target);
    },
  });
  const found: { name: string; id: string; hidden: boolean }[] = [];
  let epoch1904 = false;
  readXml(files.text('xl/workbook.xml') ?? '<a/>', {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = isOn(attributes.date1904);
      if (name === 'sheet')
        found.push({
          name: attributes.name,
          id: attributes['r:id'] ?? attributes.id,
          hidden: /idden/.test(attributes.state ?? ''),
        });
    },
  });
  let strings: readonly string[] | undefined;
  let dates: ReadonlySet<number> | undefined;
  return found.map(({ name, id, hidden }) => {
    const target = targets.get(id) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    // Read once: a sheet is chosen by its rows, which are then used again.
    const rows = once(() => {
      strings ??= sharedStrings(files.text('xl/sharedStrings.xml'));
      dates ??= dateStyles(files.text('xl/styles.xml'));
      return sheetRows(files.text(path), { strings, dates, epoch1904 });
    });
    return { name, hidden, rows };
  });
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Texts that cells refer to, without phonetic guides above characters. */
function sharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let [inText, inSound, open] = [false, false, ''];
  readXml(xml, {
    open: (name) => {
      if (name === 'si') open = '';
      if (name === 'rPh') inSound = true;
      if (name === 't') inText = !inSound;
    },
    text: (text) => {
      if (inText) open += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inSound = false;
      if (name === 'si') strings.push(unescaped(open));
    },
  });
  return strings;
}

/** `_x000D_` stands for a character that XML cannot have. */
const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/g, '\n') : text; // prettier-ignore

/** Built-in formats of dates and times; those of 27 to 36 and 50 to 58 are of Chinese, Japanese and Korean workbooks. */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** What in a format is no sign of a date: words in quotes, languages and colours, single characters, the names of none. */
const NO_SIGNS = /"[^"]*"|\[[^\]]*\]|\\.|[_*].|general|standard/gi;
/** Hours that go on after 24 are a length of time. */
const LENGTH_OF_TIME = /\[(h+|m+|s+)\]/i;
const isDateCode = (code: string): boolean => !LENGTH_OF_TIME.test(code) && /[ymdhs]/i.test(code.replace(NO_SIGNS, ''));

/** Numbers of the cell styles that show dates. */
function dateStyles(xml: string | undefined): Set<number> {
  const dates = new Set<number>();
  if (xml === undefined) return dates;
  const formats = new Map<number, string>();
  let [inCells, style] = [false, 0];
  readXml(xml, {
    open: (name, { numFmtId: id, formatCode: code = '' }) => {
      if (name === 'numFmt') formats.set(Number(id), code);
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const own = formats.get(Number(id));
      if (own === undefined ? isDateFormat(Number(id)) : isDateCode(own)) dates.add(style);
      style++;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

interface Book {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly epoch1904: boolean;
}

function sheetRows(
  xml: string | undefined,
  { strings, dates, epoch1904 }: Book,
): { row: number; cells: readonly string[] }[] {
  const rows: { row: number; cells: readonly string[] }[] = [];
  if (xml === undefined) return rows;
  let [row, column, type, style] = [0, 0, '', 0];
  let cells: string[] = [];
  let [collects, value] = [false, ''];
  readXml(xml, {
    open: (name, { r: reference, t: kind = '', s = '0' }) => {
      if (name === 'row') {
        row = reference === undefined ? row + 1 : Number(reference);
        [cells, column] = [[], 0];
      } else if (name === 'c') {
        if (reference !== undefined) column = columnOf(reference);
        [type, style, value] = [kind, Number(s), ''];
      } else if (name === 'v' || name === 't') collects = true;
    },
    text: (text) => {
      if (collects) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') collects = false;
      else if (name === 'c') {
        if (column < MOST_COLUMNS) cells[column] = cellText(type, value);
        column++;
      } else if (name === 'row' && row <= MOST_ROWS) {
        const found = trimmedRow(row, cells);
        if (found) rows.push(found);
      }
    },
  });
  return rows;

  function cellText(kind: string, written: string): string {
    if (kind === 's') return strings[Number(written)] ?? '';
    if (kind === 'b') return written === '1' ? 'TRUE' : 'FALSE';
    if (kind === 'e') return '';
    if (kind === 'str' || kind === 'inlineStr') return unescaped(written);
    if (kind === 'd') return written.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    if (written === '') return written;
    return dates.has(style) ? dateText(Number(written), epoch1904) : plainNumber(written);
  }
}

/** `0.10000000000000001` is what Excel shows as 0.1. */
function plainNumber(written: string): string {
  const value = Number(written);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : written;
}

/** Days since the end of 1899 (or the beginning of 1904) as `2024-05-03` or `2024-05-03 10:15`. */
function dateText(days: number, epoch1904: boolean): string {
  if (!Number.isFinite(days)) return '';
  // Excel has a 29 February 1900, which there was not.
  const shift = epoch1904 ? 1462 : days >= 1 && days < 60 ? 1 : 0;
  const time = new Date(Math.round((days + shift - 25_569) * 86_400) * 1_000);
  if (Number.isNaN(time.getTime())) return String(days);
  const [date, clock] = time.toISOString().split(/[T.]/);
  return Number.isInteger(days) ? date : days < 1 ? clock : `${date} ${clock.replace(/:00$/, '')}`;
}

/** The column of a reference, from 0: that of `AB12` is 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? 'A') column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}
