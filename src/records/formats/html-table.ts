import { rowErrorText } from '../../shared/file-errors';
import { placeIn } from '../place';
import type { RawRow } from '../record';
import { DocumentParser } from './document';
import { TAG, textOfHtml } from './markup';

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The largest table of a page, as web tools hand out under the name of a workbook (`.xls`). Own few lines: what is needed
 * are rows, cells and where they stand, which parsers of HTML for Node and pages do not say. The line of a row is that of
 * the table, as in a workbook: pages often have all rows on one.
 */
export class HtmlTableParser extends DocumentParser {
  constructor() {
    super('longPage');
  }

  protected rowsOf(html: string): RawRow[] {
    const tables = tablesIn(html);
    const largest = tables.reduce<readonly Cell[][]>((a, b) => (b.length > a.length ? b : a), []);
    if (largest.length === 0) return [{ line: 1, error: rowErrorText('noTexts') }];
    return largest.map((row, i) => {
      const placeOf = ({ start, end }: Cell) => placeIn(html, start, end);
      const place = (of: number | string) => (typeof of === 'number' && row[of] ? placeOf(row[of]) : undefined);
      return { line: i + 1, cells: row.map(({ text }) => text), place };
    });
  }
}

/** The rows of each table; a table within a cell counts for itself. */
function tablesIn(html: string): Cell[][][] {
  const done: Cell[][][] = [];
  const open: { rows: Cell[][]; start?: number }[] = [];
  const closeCell = (end: number) => {
    const table = open.at(-1);
    if (table?.start === undefined) return;
    table.rows.at(-1)?.push(cellOf(html, table.start, end));
    table.start = undefined;
  };
  for (const found of html.matchAll(TAG)) {
    const name = found[2]?.toLowerCase();
    const closes = found[1] === '/';
    if (name === 'table' && !closes) open.push({ rows: [] });
    else if (name === 'table') {
      closeCell(found.index);
      const table = open.pop();
      if (table) done.push(table.rows.filter((row) => row.length > 0));
    } else if (name === 'tr') {
      closeCell(found.index);
      if (!closes) open.at(-1)?.rows.push([]);
    } else if (name === 'td' || name === 'th') {
      closeCell(found.index);
      const table = open.at(-1);
      if (!closes && table) table.start = found.index + found[0].length;
    }
  }
  return [...done, ...open.map(({ rows }) => rows.filter((row) => row.length > 0))];
}

/** What a reader sees of a cell, and where that stands. */
function cellOf(html: string, from: number, to: number): Cell {
  const source = html.slice(from, to);
  const before = source.length - source.trimStart().length;
  const end = Math.max(from + before, to - (source.length - source.trimEnd().length));
  return { text: textOfHtml(source), start: from + before, end };
}
