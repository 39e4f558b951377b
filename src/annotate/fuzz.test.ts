import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { annotateAll } from './run';
import { allRecords } from '../records/source';
import { CountingWorker, MemorySink } from './testing/collect';
import { memorySource, recordsIn } from '../records/testing/collect';
import { mutant } from './testing/mutants';
import { writerFor } from './writers/writer';

/** 10,000 take minutes: `SALIENCY_FUZZ=10000 npx vitest run src/annotate/fuzz.test.ts`. */
const FILES = Number(process.env.SALIENCY_FUZZ ?? 400);
const SLOWEST = 5_000;
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

test(
  `${FILES} damaged files: no crash, no hang, each damaged row with its line, no formula in a spreadsheet`,
  async () => {
    for (let number = 0; number < FILES; number++) {
      const { name, bytes } = mutant(number);
      const started = performance.now();
      const records = await recordsIn(name, bytes);
      const of = `mutant ${number}`;
      expect(await recordsIn(name, bytes, 1_000), of).toEqual(records);
      for (const { line, text, error } of records) {
        expect(line, of).toBeGreaterThan(0);
        expect((text === undefined) !== (error === undefined), of).toBe(true);
      }
      for (const output of ['ndjson', 'csv'] as const) {
        const sink = new MemorySink();
        const reading = { fields: {} };
        const done = await annotateAll({
          ...{ records: allRecords([memorySource(name, bytes)], reading), workers: [new CountingWorker()], sink },
          ...{
            question: { explain: false },
            writer: writerFor(output, { labels: ['even'], explained: false, title: '' }),
          },
        });
        expect(done.rows, of).toBe(records.length);
        expect(done.errors, of).toBe(records.filter(({ error }) => error !== undefined).length);
        if (output === 'ndjson') check(sink.text, records.length, of);
        else checkTable(sink.text, records.length, of);
      }
      expect(performance.now() - started, of).toBeLessThan(SLOWEST);
    }
  },
  FILES * 200 + 60_000,
);

function check(text: string, rows: number, of: string): void {
  const lines = text === '' ? [] : text.trimEnd().split('\n');
  expect(lines, of).toHaveLength(rows);
  for (const [i, line] of lines.entries()) {
    const row = JSON.parse(line) as { row: number; line?: number; error?: string };
    expect(row.row, of).toBe(i + 1);
    if (row.error !== undefined) expect(row.error, of).toMatch(new RegExp(`^Line ${row.line}: `));
  }
}

function checkTable(text: string, rows: number, of: string): void {
  const table = parse(text, { bom: true });
  expect(table, of).toHaveLength(rows + 1);
  for (const cell of table.flat()) expect(FORMULA.test(cell) && !NUMBER.test(cell), `${of}: ${cell}`).toBe(false);
}
