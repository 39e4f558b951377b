import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { memorySource, readIn, recordsIn } from '../../records/testing/collect';
import { allRecords } from '../../records/source';
import { SaliencyError } from '../../shared/saliency-error';
import { annotateAll } from '../run';
import { writerFor } from '../writers/writer';
import { CountingWorker, MemorySink } from './collect';
import type { Mutant } from './mutants';

/** The slowest that a damaged file may be, in milliseconds of the processor: other programs are none of its doing. */
const SLOWEST = 5_000;
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** What came of a damaged file; refused: it was none of those that are read. */
export interface SoundRun {
  readonly rows: number;
  readonly errors: number;
  readonly refused: boolean;
}

/**
 * What must hold however a file is damaged: the same records in whatever pieces it comes, each either a text or an error
 * with its line; as many rows written as read, errors among them; no formula in a spreadsheet; a reading that says what it took it for.
 */
export async function expectSoundRun({ name, bytes }: Mutant, of: string): Promise<SoundRun> {
  const started = process.cpuUsage();
  const read = await readIn(name, bytes).catch((error: unknown) => error);
  if (read instanceof Error) return expectRefused({ name, bytes }, read, of);
  const { records, reading } = read as Awaited<ReturnType<typeof readIn>>;
  expect(await recordsIn(name, bytes, 1_000), of).toEqual(records);
  for (const { line, text, error } of records) {
    expect(line, of).toBeGreaterThan(0);
    expect((text === undefined) !== (error === undefined), of).toBe(true);
  }
  if (records.some(({ text }) => text !== undefined)) expect(reading.format, of).not.toBe('');
  const errors = records.filter(({ error }) => error !== undefined).length;
  for (const output of ['ndjson', 'csv'] as const) {
    const sink = new MemorySink();
    const run = annotateAll({
      ...{ records: allRecords([memorySource(name, bytes)], { fields: {} }), workers: [new CountingWorker()], sink },
      ...{ question: { explain: false }, writer: writerFor(output, { labels: ['even'], explained: false, title: '' }) },
    });
    // An archive of files with other columns each is no one table.
    if (output === 'csv' && bytes[0] === 0x50 && (await run.catch(codeOf)) === 'usage') continue;
    const done = await run;
    expect(done.rows, of).toBe(records.length);
    expect(done.errors, of).toBe(errors);
    if (output === 'ndjson') expectLines(sink.text, records.length, of);
    else expectTable(sink.text, records.length, of);
  }
  expect(process.cpuUsage(started).user / 1_000, of).toBeLessThan(SLOWEST);
  return { rows: records.length, errors, refused: false };
}

/** A file that is none of those that are read is refused in words for people, whatever pieces it comes in. */
async function expectRefused({ name, bytes }: Mutant, why: Error, of: string): Promise<SoundRun> {
  expect(why, of).toBeInstanceOf(SaliencyError);
  const again = await recordsIn(name, bytes, 1_000).catch((error: unknown) => error);
  expect(String(again), of).toBe(String(why));
  return { rows: 0, errors: 0, refused: true };
}

const codeOf = (error: unknown) => (error instanceof SaliencyError ? error.code : undefined);

function expectLines(text: string, rows: number, of: string): void {
  const lines = text === '' ? [] : text.trimEnd().split('\n');
  expect(lines, of).toHaveLength(rows);
  for (const [i, line] of lines.entries()) {
    const row = JSON.parse(line) as { row: number; line?: number; error?: string };
    expect(row.row, of).toBe(i + 1);
    if (row.error !== undefined) expect(row.error, of).toMatch(new RegExp(`^Line ${row.line}: `));
  }
}

function expectTable(text: string, rows: number, of: string): void {
  const table = parse(text, { bom: true });
  expect(table, of).toHaveLength(rows + 1);
  for (const cell of table.flat()) expect(FORMULA.test(cell) && !NUMBER.test(cell), `${of}: ${cell}`).toBe(false);
}
