import { formatOfName } from '../format';
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

/** All records of a source, by the format of its name. */
export async function recordsIn(name: string, content: string | Uint8Array, piece?: number): Promise<SourceRecord[]> {
  const found: SourceRecord[] = [];
  const reading = { format: formatOfName(name), fields: {}, unit: 'line' } as const;
  for await (const records of allRecords([memorySource(name, content, piece)], reading)) found.push(...records);
  return found;
}
