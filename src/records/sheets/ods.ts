import { MOST_COLUMNS, MOST_ROWS, trimmedRow, type Sheet } from './sheet';
import { readXml } from './xml';

/** Repeated cells and rows are written out only if they are not empty. */
const MOST_REPEATED = 1_000;

/** The sheets of an OpenDocument spreadsheet (ODF 1.3), as the texts that stand in their cells. */
export function odsSheets(xml: string): Sheet[] {
  const sheets: Sheet[] = [];
  let rows: { row: number; cells: readonly string[] }[] = [];
  let cells: string[] = [];
  let [row, rowsLike, cellsLike, paragraphs, text] = [0, 1, 1, 0, ''];
  let [inCell, inText, inNote] = [false, false, 0];
  let written: string | undefined;
  // Styles of tables stand before the tables.
  const unseen = new Set<string>();
  let style = '';
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'style') style = attributes['style:name'] ?? '';
      else if (name === 'table-properties' && attributes['table:display'] === 'false') unseen.add(style);
      else if (name === 'table') {
        rows = [];
        row = 0;
        sheets.push(sheetOf(attributes['table:name'] ?? '', rows, unseen.has(attributes['table:style-name'] ?? '')));
      } else if (name === 'table-row') {
        cells = [];
        rowsLike = Number(attributes['table:number-rows-repeated'] ?? 1);
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        [inCell, text, paragraphs] = [true, '', 0];
        cellsLike = Number(attributes['table:number-columns-repeated'] ?? 1);
        written =
          attributes['office:date-value'] ??
          (attributes['office:value-type'] === 'float' ? attributes['office:value'] : undefined);
      } else if (name === 'annotation') inNote++;
      else if (name === 'p' && inCell && inNote === 0) {
        text += paragraphs++ > 0 ? '\n' : '';
        inText = true;
      } else if (inText && name === 's') text += ' '.repeat(Math.min(1_000, Number(attributes['text:c'] ?? 1)));
      else if (inText && name === 'tab') text += '\t';
      else if (inText && name === 'line-break') text += '\n';
    },
    text: (piece) => {
      if (inText && inNote === 0) text += piece;
    },
    close: (name) => {
      if (name === 'annotation') inNote--;
      else if (name === 'p') inText = false;
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        inCell = false;
        const cell = written ?? text;
        const times =
          cell === '' ? Math.min(cellsLike, MOST_COLUMNS - cells.length) : Math.min(cellsLike, MOST_REPEATED);
        for (let i = 0; i < times; i++) cells.push(cell);
      } else if (name === 'table-row') {
        const found = trimmedRow(row + 1, cells);
        const times = found ? Math.min(rowsLike, MOST_REPEATED) : 0;
        for (let i = 0; i < times && row + i < MOST_ROWS; i++) rows.push({ row: row + 1 + i, cells: found!.cells });
        row += rowsLike;
      }
    },
  });
  return sheets;
}

const sheetOf = (name: string, rows: readonly { row: number; cells: readonly string[] }[], hidden: boolean): Sheet => ({
  name,
  hidden,
  rows: () => rows,
});
