import type { AnnotatedRecord } from '../annotate';
import { answerOf } from '../saved-rows';
import type { RunCounts } from '../run';
import { allRecords, type Source } from '../../records/source';
import { writerFor } from '../writers/writer';
import type { WholeFile } from './file-store';
import type { CopyRequest } from './calls';
import type { PairedRow } from './paired';

/** Characters that are gathered before they are written. */
const PIECE = 2 ** 18;

/** Writes results in another form: a table with the source's own columns, or a report. */
export async function writeCopy(
  pairs: AsyncIterable<PairedRow>,
  sources: readonly Source[],
  { to, input, results }: CopyRequest,
  names: readonly string[],
  file: WholeFile,
  signal: AbortSignal,
): Promise<RunCounts> {
  const several = sources.length > 1;
  const ownColumns = await haveSameColumns(sources, input);
  let [rows, errors, text] = [0, 0, ''];
  let writer: ReturnType<typeof writerFor> | undefined;
  for await (const { row, record } of pairs) {
    signal.throwIfAborted();
    const { columns, cells, ...plain } = record;
    const annotated: AnnotatedRecord = {
      row: row.row,
      record: ownColumns ? { ...plain, columns, cells } : plain,
      answer: answerOf(row),
    };
    writer ??= writerFor(to, { labels: names, explained: 'words' in row, title: results.name, files: several });
    if (rows === 0) text += writer.head(annotated);
    text += writer.row(annotated);
    rows++;
    if ('error' in row) errors++;
    if (text.length >= PIECE) await file.write(text);
    if (text.length >= PIECE) text = '';
  }
  writer ??= writerFor(to, { labels: names, explained: false, title: results.name, files: several });
  await file.write((rows === 0 ? writer.head(undefined) : '') + text + writer.tail());
  return { rows, errors };
}

/** Whether all sources are tables with the same columns. */
async function haveSameColumns(sources: readonly Source[], { reading }: CopyRequest['input']): Promise<boolean> {
  const seen = new Set<string>();
  for (const source of sources) {
    for await (const [first] of allRecords([source], reading)) {
      seen.add(JSON.stringify(first.columns));
      break;
    }
  }
  return seen.size <= 1;
}
