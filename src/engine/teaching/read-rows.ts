import type { FileReading, ReadOptions } from '../../records/reading';
import { allRecords, type Source } from '../../records/source';
import { SaliencyError } from '../../shared/saliency-error';
import type { TeachRow } from '../../shared/training';
import { markedSpans } from '../../text/marked-spans';
import { pairOf } from '../../training/rows/encoded-texts';
import { labelKind, rowOfRecord, trainingRows, type RecordRow } from '../../training/rows/record-rows';
import type { TeachRows, TeachSource } from '../../training/teach/teacher';

/**
 * Labelled rows of files, for teaching: labels as classes, as the five degrees, or as they are written.
 * @param load the bytes of an address
 * @throws SaliencyError `unknown-labels`, `no-such-file`, or why a file cannot be read
 */
export async function readRows(
  sources: readonly TeachSource[],
  reading: ReadOptions,
  load: (address: string) => Promise<Uint8Array | undefined>,
  signal?: AbortSignal,
): Promise<TeachRows> {
  const readings: FileReading[] = [];
  const rows: RecordRow[] = [];
  const addresses = new Map(sources.map(({ name, address }) => [name, address]));
  let damaged = 0;
  for await (const some of allRecords(
    sources.map((source) => sourceOf(source, load)),
    reading,
    true,
    (of) => readings.push(of),
  )) {
    // prettier-ignore
    signal?.throwIfAborted();
    for (const record of some) {
      const row = rowOfRecord(record, record.file ?? sources[0].name);
      if (row) rows.push({ ...row, fields: { ...row.fields, [PLACE]: [record.file ?? sources[0].name, record.line] } });
      else damaged++;
    }
  }
  const own = rows.filter(({ otherLanguage }) => otherLanguage === undefined);
  // A label that a person said is none is none.
  const isNone = (given: string) => reading.labels?.[given.trim().toLowerCase()] === '';
  const labelled = own.filter(({ given }) => given !== undefined && !isNone(given));
  const kind = labelled.length > 0 ? labelKind(labelled, readings) : 'as written';
  const taught = trainingRows(labelled, kind, readings).map((row): TeachRow => {
    const spans = markedSpans(row).map(({ start, end }) => [start, end] as const);
    const pair = pairOf(row);
    const [file, line] = row.fields[PLACE] as readonly [string, number];
    return {
      text: row.text,
      label: row.label,
      ...(spans.length > 0 && { spans }),
      ...(pair !== undefined && { group: pair }),
      place: { file, line, address: addresses.get(file) },
    };
  });
  return {
    rows: taught,
    readings,
    damaged,
    withoutLabel: own.length - labelled.length,
    otherLanguages: rows.length - own.length,
  };
}

/** Where a row stands, among its own columns. */
const PLACE = 'saliency place';

function sourceOf({ address, name }: TeachSource, load: (address: string) => Promise<Uint8Array | undefined>): Source {
  return {
    name,
    async *bytes() {
      const bytes = await load(address);
      if (!bytes) throw new SaliencyError(`There is no file ${name}.`, 'no-such-file', { file: name });
      yield new Uint8Array(bytes);
    },
  };
}
