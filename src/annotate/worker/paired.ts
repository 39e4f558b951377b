import { SaliencyError } from '../../shared/saliency-error';
import type { SavedRow } from '../saved-rows';
import type { SourceRecord } from '../../records/record';
import { allRecords, type Source } from '../../records/source';
import type { RunInput } from './calls';

/** A saved row and the record that it was made of. */
export interface PairedRow {
  readonly row: SavedRow;
  readonly record: SourceRecord;
}

/**
 * Saved rows, each with the record that it was made of; the records are read again.
 *
 * @throws SaliencyError `other-source` where a record is not the one of its row
 */
export async function* rowsWithRecords(
  saved: AsyncIterable<readonly SavedRow[]>,
  sources: readonly Source[],
  { reading }: Pick<RunInput, 'reading'>,
): AsyncGenerator<PairedRow> {
  const records = single(allRecords(sources, reading, true));
  for await (const some of saved) {
    for (const row of some) {
      const next = await records.next();
      if (next.done || !isOf(next.value, row)) throw otherSource(row);
      yield { row, record: next.value };
    }
  }
}

async function* single<T>(pieces: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const piece of pieces) yield* piece;
}

function isOf(record: SourceRecord, row: SavedRow): boolean {
  return row.line === record.line && ('error' in row || row.text === record.text);
}

function otherSource({ row }: SavedRow): SaliencyError {
  return new SaliencyError(
    `The files have changed since they were annotated: row ${row} is no longer what it was. Annotate them again.`,
    'source-changed',
    { row },
  );
}
