import type { SavedRow } from '../saved-rows';
import type { RunCounts } from '../run';
import { csvLine } from '../writers/cell';
import type { WholeFile } from './file-store';

/**
 * The format of saved rows: whole rows, which can be opened again; a table; or rows for training. Those have the labels
 * that people gave and no predictions: from its own predictions a model learns nothing.
 */
export type ExtractFormat = 'ndjson' | 'csv' | 'training';

/** What other results predict of the text of a row. */
export interface PredictionBefore {
  readonly row: number;
  readonly label: string;
  readonly probability: number;
}

/** Labels that a person set, and the predictions of other results for the same texts. */
interface SaidLabels {
  readonly before?: ReadonlyMap<number, PredictionBefore>;
  /** The label of a row, by its number. */
  readonly labels?: ReadonlyMap<number, string>;
  /** What the file's labels mean, where that was changed: as written → label. */
  readonly meaning?: Readonly<Record<string, string>>;
}

/** Characters that are gathered before they are written. */
const PIECE = 2 ** 18;

/** Writes some rows of results to a file of their own, as they are; a table has every column that any of them has. */
export async function writeExtract(
  rows: AsyncIterable<SavedRow>,
  wanted: ReadonlySet<number>,
  to: ExtractFormat,
  file: WholeFile,
  signal: AbortSignal,
  said: SaidLabels = {},
): Promise<RunCounts> {
  const found: SavedRow[] = [];
  let [count, errors, text] = [0, 0, ''];
  for await (const row of rows) {
    signal.throwIfAborted();
    if (!wanted.has(row.row)) continue;
    count++;
    if ('error' in row) errors++;
    if (to === 'ndjson') text += `${JSON.stringify(row)}\n`;
    else found.push(row);
    if (text.length >= PIECE) {
      await file.write(text);
      text = '';
    }
    if (count === wanted.size) break;
  }
  if (to === 'csv') text = tableOf(found, said.before);
  if (to === 'training') text = trainingOf(found, said);
  await file.write(text);
  return { rows: count, errors };
}

/** Begins with a byte order mark, without which spreadsheets misread Chinese. */
function tableOf(rows: readonly SavedRow[], before: ReadonlyMap<number, PredictionBefore> = new Map()): string {
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells ?? {})))];
  const isCompared = before.size > 0;
  const compared = isCompared ? ['previous_prediction', 'previous_probability'] : [];
  const own = ['row', 'file', 'text', ...compared, 'prediction', 'probability', 'error'];
  const free = own.map((name) => (columns.includes(name) ? `saliency_${name}` : name));
  const lines = rows.map((row) => {
    const was = before.get(row.row);
    const previous = isCompared ? [was?.label ?? '', was?.probability ?? ''] : [];
    const said =
      'error' in row
        ? ['', ...previous, '', '', row.error]
        : [row.text, ...previous, row.label, row.probabilities[row.label], ''];
    return csvLine([row.row, row.file ?? '', ...said, ...columns.map((name) => row.cells?.[name] ?? '')]);
  });
  return `\uFEFF${csvLine([...free, ...columns])}${lines.join('')}`;
}

/** Texts with the label that a person gave in the review, else that of the file; rows with neither are left out. */
function trainingOf(rows: readonly SavedRow[], { labels, meaning }: SaidLabels): string {
  const meant = ({ given = '', givenLabel }: SavedRow): string | undefined =>
    meaning ? (Object.hasOwn(meaning, given) ? meaning[given] : undefined) : givenLabel;
  const lines = rows.flatMap((row) =>
    'error' in row ? [] : [csvLine([row.row, row.text, labels?.get(row.row) ?? meant(row) ?? ''])],
  );
  return `\uFEFF${csvLine(['row', 'text', 'label'])}${lines.join('')}`;
}
