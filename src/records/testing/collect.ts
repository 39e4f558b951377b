import type { FileReading, ReadOptions } from '../reading';
import type { SourceRecord } from '../record';
import { allRecords, type Source } from '../source';

/** A source in memory, in pieces of so many bytes. */
export function memorySource(name: string, content: string | Uint8Array, piece = 65_536): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return {
    name,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.slice(at, at + piece));
    },
  };
}

const AS_FOUND: ReadOptions = { fields: {} };

/** All records of a source and how it was read, by the format of its name. */
export async function readIn(
  name: string,
  content: string | Uint8Array,
  { piece, ...options }: Partial<ReadOptions> & { readonly piece?: number } = {},
): Promise<{ readonly records: SourceRecord[]; readonly reading: FileReading }> {
  const records: SourceRecord[] = [];
  let reading: FileReading | undefined;
  const all = allRecords(
    [memorySource(name, content, piece)],
    { ...AS_FOUND, ...options },
    false,
    (found) => (reading = found),
  );
  for await (const some of all) records.push(...some);
  return { records, reading: reading! };
}

export async function recordsIn(name: string, content: string | Uint8Array, piece?: number): Promise<SourceRecord[]> {
  return (await readIn(name, content, { piece })).records;
}
