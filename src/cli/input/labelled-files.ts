import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileReading, ReadOptions } from '../../records/reading';
import type { SourceRecord } from '../../records/record';
import { allRecords } from '../../records/source';
import { SaliencyError } from '../../shared/saliency-error';
import { everydayFile, everydayPhrases, everydaySentences } from '../../training/rows/everyday';
import { rowOfRecord, type RecordRow } from '../../training/rows/record-rows';
import type { Row } from '../../training/rows/row';
import { readingText } from '../output/reading-text';
import { labelledSources, type AclImdbHalf } from './sources';

/** The rows of files, and how the files were read. */
export interface LabelledFiles {
  /** The files' names, joined: what figures and cards call them. */
  readonly name: string;
  readonly rows: readonly RecordRow[];
  readonly readings: readonly FileReading[];
  readonly records: readonly SourceRecord[];
  /** Records that are damaged or have no text. */
  readonly damaged: readonly SourceRecord[];
}

/** Reads files and folders whole, and says on standard error how, unless it is to be quiet. */
export async function labelledFiles(
  paths: readonly string[],
  options: ReadOptions,
  { half, quiet }: { readonly half: AclImdbHalf; readonly quiet?: boolean },
): Promise<LabelledFiles> {
  const readings: FileReading[] = [];
  const records: SourceRecord[] = [];
  const rows: RecordRow[] = [];
  const tell = (reading: FileReading) => {
    readings.push(reading);
    if (!quiet) process.stderr.write(readingText(reading));
  };
  const own = paths.filter((path) => everydayFile(path) !== undefined);
  for (const path of own) rows.push(...(await everydayRows(path)));
  const others = paths.filter((path) => !own.includes(path));
  for await (const some of allRecords(await labelledSources(others, half), options, true, tell)) {
    for (const record of some) {
      records.push(record);
      const row = rowOfRecord(record, record.file ?? '');
      if (row) rows.push(row);
    }
  }
  const damaged = records.filter(({ text }) => text === undefined);
  return { name: paths.map((path) => basename(path)).join(' + '), rows, readings, records, damaged };
}

/** Rows of the project's own files, which have marks and columns of their own (`data/everyday`). */
async function everydayRows(path: string): Promise<RecordRow[]> {
  const read = everydayFile(path) === 'phrases' ? everydayPhrases : everydaySentences;
  const rows = read(await readFile(path, 'utf8'), path);
  return rows.map(({ text, label, fields }) => ({ text, fields, given: label, givenLabel: label, where: path }));
}

/** Rows of our own files by exactly these names, their labels as written: what a plan trains on stays what it was. */
export async function plannedRowsAt(path: string, label: string): Promise<Row[]> {
  const rows = await ownRows(path, { text: 'text', label });
  return rows.map(({ text, fields, where }) => {
    const written = fields[label];
    if (typeof written !== 'string' && typeof written !== 'number') {
      throw new SaliencyError(`${where}: there is no label in "${label}".`, 'bad-row');
    }
    return { text, label: String(written), fields };
  });
}

/** The texts of a file, whether its rows have labels or not. */
export async function textsAt(path: string, field?: string): Promise<string[]> {
  return (await ownRows(path, { ...(field !== undefined && { text: field }), label: '' })).map(({ text }) => text);
}

async function ownRows(path: string, names: ReadOptions['fields']): Promise<readonly RecordRow[]> {
  const fields = { ...names, id: '', group: '', date: '' };
  const { rows } = await labelledFiles(
    [path],
    { fields, unit: 'line', anyLanguage: true },
    { half: 'train', quiet: true },
  );
  return rows;
}

/** The columns of files, for an error that misses one. */
export const columnsOf = (readings: readonly FileReading[]): string =>
  readings.flatMap(({ columns }) => columns.map(({ name }) => name)).join(', ') || 'no columns';
