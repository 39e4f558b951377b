import { SaliencyError } from '../shared/saliency-error';
import { Decoder } from './decoder';
import type { Encoding } from './encoding';
import { formatOfName, formatOfText, readerFor, type Format, type ReadOptions } from './format';
import type { RecordReader, SourceRecord } from './record';
import { unpacked } from './unpack';

/** Bytes to annotate, from wherever they come. */
export interface Source {
  /** As people know it: a file's name; empty for standard input. */
  readonly name: string;
  bytes(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** Text that is looked at, at most, where the name does not tell the format. */
const BEGINNING = 2 ** 16;

/** The records of a source, some at a time, in order; memory holds what one piece of it gives. */
async function* recordsOf(
  source: Source,
  reading: ReadOptions,
  encoding?: Encoding,
): AsyncGenerator<readonly SourceRecord[]> {
  const decoder = new Decoder(encoding);
  const reader = new SniffingReader(reading, reading.format ?? formatOfName(source.name));
  try {
    for await (const bytes of unpacked(source.bytes())) {
      const records = reader.push(decoder.push(bytes));
      if (records.length > 0) yield records;
    }
  } catch (error) {
    throw error instanceof SaliencyError ? error : unreadable(source, error);
  }
  const rest = [...reader.push(decoder.end()), ...reader.end()];
  if (rest.length > 0) yield rest;
}

/** A reader that waits, where the format is not known, until the first line is there. */
class SniffingReader implements RecordReader {
  private reader?: RecordReader;
  private beginning = '';

  constructor(
    private readonly reading: ReadOptions,
    format: Format | undefined,
  ) {
    if (format) this.reader = readerFor(format, reading);
  }

  push(text: string): SourceRecord[] {
    if (this.reader) return this.reader.push(text);
    this.beginning += text;
    const hasLine = this.beginning.trimStart().includes('\n');
    if (!hasLine && this.beginning.length < BEGINNING) return [];
    return this.start();
  }

  end(): SourceRecord[] {
    return this.reader ? this.reader.end() : [...this.start(), ...this.reader!.end()];
  }

  private start(): SourceRecord[] {
    this.reader = readerFor(formatOfText(this.beginning), this.reading);
    return this.reader.push(this.beginning);
  }
}

function unreadable({ name }: Source, error: unknown): SaliencyError {
  const reason = error instanceof Error ? error.message : String(error);
  return new SaliencyError(`${name || 'Standard input'} cannot be read on: ${reason}`, 'unreadable', { file: name });
}

/** The records of several sources, one after the other; with more than one (or `named`), each record knows its file. */
export async function* allRecords(
  sources: readonly Source[],
  reading: ReadOptions,
  encoding?: Encoding,
  named = sources.length > 1,
): AsyncGenerator<readonly SourceRecord[]> {
  for (const source of sources) {
    for await (const records of recordsOf(source, reading, encoding)) {
      yield named ? records.map((record) => ({ ...record, file: source.name })) : records;
    }
  }
}
