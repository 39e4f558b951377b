import type { FileReading, ReadOptions } from '../../records/reading';
import { allRecords, type Source } from '../../records/source';
import { SaliencyError } from '../../shared/saliency-error';
import { rowOfRecord, type RecordRow } from '../../training/rows/record-rows';
import { rowsOfRecords } from '../../training/fine-tuning/rows-of-records';
import type { TrainingRows, RowFile } from '../../training/fine-tuning/fine-tuner';

type Load = (address: string) => Promise<Uint8Array | undefined>;

/**
 * Labelled rows of files, for training.
 * @param load the bytes of an address
 * @throws SaliencyError `unknown-labels`, `no-such-file`, or why a file cannot be read
 */
export async function readRows(
  sources: readonly RowFile[],
  reading: ReadOptions,
  load: Load,
  signal?: AbortSignal,
): Promise<TrainingRows> {
  const readings: FileReading[] = [];
  const rows: RecordRow[] = [];
  const addresses = new Map(sources.map(({ name, address }) => [name, address]));
  let damaged = 0;
  const opened = sources.map((source) => sourceOf(source, load));
  for await (const some of allRecords(opened, reading, true, (of) => readings.push(of))) {
    signal?.throwIfAborted();
    for (const record of some) {
      const row = rowOfRecord(record, record.file ?? sources[0].name);
      if (row) rows.push(row);
      else damaged++;
    }
  }
  return {
    ...rowsOfRecords(rows, readings, { labels: reading.labels, addressOf: (file) => addresses.get(file) }),
    readings,
    damaged,
  };
}

function sourceOf({ address, name }: RowFile, load: Load): Source {
  return {
    name,
    async *bytes() {
      const bytes = await load(address);
      if (!bytes) throw new SaliencyError(`There is no file ${name}.`, 'no-such-file', { file: name });
      yield new Uint8Array(bytes);
    },
  };
}
