import { MOST_COLUMNS, MOST_ROWS, trimmedRow, type Sheet } from './sheet';
import { readXml } from './xml';

/** The sheets of a workbook as Excel 2003 writes it in XML (SpreadsheetML), and many web tools under the name `.xls`. */
export function spreadsheetMl(xml: string): Sheet[] {
  const sheets: Sheet[] = [];
  let rows: { row: number; cells: readonly string[] }[] = [];
  let cells: string[] = [];
  let [row, column, text, inData, hidden] = [0, 0, '', false, false];
  let name = '';
  readXml(xml, {
    open: (element, attributes) => {
      const index = Number(attributes['ss:Index'] ?? attributes.Index);
      if (element === 'Worksheet') {
        rows = [];
        [row, hidden, name] = [0, false, attributes['ss:Name'] ?? attributes.Name ?? ''];
      } else if (element === 'Row') {
        row = index > row ? index : row + 1;
        [cells, column] = [[], 0];
      } else if (element === 'Cell') {
        if (index > column) column = index - 1;
        text = '';
      } else if (element === 'Data') inData = true;
    },
    text: (piece) => {
      if (inData) text += piece;
      else if (/^Sheet(VeryHidden|Hidden)$/.test(piece.trim())) hidden = true;
    },
    close: (element) => {
      if (element === 'Data') inData = false;
      else if (element === 'Cell') {
        if (column < MOST_COLUMNS) cells[column] = text.replace(/T00:00:00(\.0+)?$/, '');
        column++;
      } else if (element === 'Row' && row <= MOST_ROWS) {
        const found = trimmedRow(row, cells);
        if (found) rows.push(found);
      } else if (element === 'Worksheet') {
        const own = rows;
        sheets.push({ name, hidden, rows: () => own });
      }
    },
  });
  return sheets;
}
