import { fileErrorText } from '../../shared/file-errors';
import type { FileReading, ReadOptions } from '../../records/reading';
import type { SourceRecord } from '../../records/record';
import { opened, type Source } from '../../records/source';
import { SaliencyError } from '../../shared/saliency-error';

/** How a file is read, and what a person wants to see of it. Plain JSON. */
export interface FileSample {
  readonly reading: FileReading;
  /** The first rows, by column; for a file without columns, their texts. */
  readonly cells: readonly (readonly string[])[];
  /** By column, among the rows that were examined: the number of different values. */
  readonly different: readonly number[];
  /** By column: the number of rows that have a value. */
  readonly filled: readonly number[];
  /** How many of the examined rows have no text. */
  readonly empty: number;
  /** By value of the label column: the beginning of the first text that has it. */
  readonly examples: Readonly<Record<string, string>>;
}

const ROWS = 1_000;
const SHOWN = 6;
const WIDTH = 160;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line;
};

/** A sample of the source; of an archive, of its first file. @throws SaliencyError as `opened` does */
export async function sampleOf(source: Source, options: ReadOptions): Promise<FileSample> {
  for await (const { reading, records } of opened(source, options)) {
    const rows: SourceRecord[] = [];
    for await (const some of records()) {
      rows.push(...some);
      if (rows.length >= ROWS) break;
    }
    return sampleFrom(reading, rows.slice(0, ROWS));
  }
  throw new SaliencyError(fileErrorText('nothingIn', source.name), 'unknown-file-kind', { file: source.name });
}

function sampleFrom(reading: FileReading, rows: readonly SourceRecord[]): FileSample {
  const sound = rows.filter(({ error, cells }) => error === undefined || (cells?.length ?? 0) > 0);
  const width = Math.max(1, reading.columns.length);
  const cellsOf = ({ cells, text = '' }: SourceRecord): readonly string[] =>
    reading.columns.length === 0 ? [text] : (cells ?? []);
  const columns = Array.from({ length: width }, (_, at) =>
    sound.map((row) => cellsOf(row)[at] ?? '').filter((cell) => cell.trim() !== ''),
  );
  const examples: Record<string, string> = {};
  for (const { given, text } of rows)
    if (given !== undefined && text !== undefined && !Object.hasOwn(examples, given)) examples[given] = shortened(text);
  return {
    reading,
    cells: sound.slice(0, SHOWN).map((row) => cellsOf(row).map(shortened)),
    different: columns.map((cells) => new Set(cells).size),
    filled: columns.map((cells) => cells.length),
    empty: rows.filter(({ text }) => text === undefined).length,
    examples,
  };
}
