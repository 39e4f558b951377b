import type { SavedRow } from '../saved-rows';
import type { RunCounts } from '../run';
import { csvLine } from '../writers/cell';
import type { WholeFile } from './file-store';

/** The format of saved rows: whole, so that they can be opened again, or as a table. */
export type ExtractFormat = 'ndjson' | 'csv';

/** Characters that are gathered before they are written. */
const PIECE = 2 ** 18;

/** Writes some rows of results to a file of their own, as they are; a table has every column that any of them has. */
export async function writeExtract(
  rows: AsyncIterable<SavedRow>,
  wanted: ReadonlySet<number>,
  to: ExtractFormat,
  file: WholeFile,
  signal: AbortSignal,
): Promise<RunCounts> {
  const found: SavedRow[] = [];
  let [count, errors, text] = [0, 0, ''];
  for await (const row of rows) {
    signal.throwIfAborted();
    if (!wanted.has(row.row)) continue;
    count++;
    if ('error' in row) errors++;
    if (to === 'csv') found.push(row);
    else text += `${JSON.stringify(row)}\n`;
    if (text.length >= PIECE) {
      await file.write(text);
      text = '';
    }
    if (count === wanted.size) break;
  }
  if (to === 'csv') text = tableOf(found);
  await file.write(text);
  return { rows: count, errors };
}

/** Begins with a byte order mark, without which spreadsheets misread Chinese. */
function tableOf(rows: readonly SavedRow[]): string {
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells ?? {})))];
  const own = ['row', 'file', 'text', 'prediction', 'probability', 'error'];
  const free = own.map((name) => (columns.includes(name) ? `saliency_${name}` : name));
  const lines = rows.map((row) => {
    const said = 'error' in row ? ['', '', '', row.error] : [row.text, row.label, row.probabilities[row.label], ''];
    return csvLine([row.row, row.file ?? '', ...said, ...columns.map((name) => row.cells?.[name] ?? '')]);
  });
  return `\uFEFF${csvLine([...free, ...columns])}${lines.join('')}`;
}
