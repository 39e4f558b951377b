import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labelledFiles } from '../src/cli/input/labelled-files';
import { sourcesAt } from '../src/cli/input/sources';
import { readOptionsOf } from '../src/cli/options/read-options';
import type { ReadOptions } from '../src/records/reading';
import type { SourceRecord } from '../src/records/record';
import { allRecords } from '../src/records/source';
import { labelKind, trainingRows } from '../src/training/rows/record-rows';
import { NEIGHBOURS } from './cases/neighbours';

/** One file that people have, and what must come of it (test/cases/README.md). */
interface Case {
  readonly file: string;
  readonly command: 'annotate' | 'evaluate' | 'train';
  readonly args?: readonly string[];
  readonly rows?: number | null;
  readonly texts?: readonly string[];
  readonly given?: readonly (string | null)[];
  readonly n?: number | null;
  readonly error?: string;
  readonly why: string;
}

const FOLDER = join(import.meta.dirname, 'cases');
const CASES = JSON.parse(readFileSync(join(FOLDER, 'cases.json'), 'utf8')) as readonly Case[];

function optionsOf({ args = [] }: Pick<Case, 'args'>): ReadOptions {
  const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  return readOptionsOf({ textField: after('--text-field'), labelField: after('--label-field') });
}

async function annotated(path: string, options: ReadOptions): Promise<SourceRecord[]> {
  const records: SourceRecord[] = [];
  for await (const some of allRecords(await sourcesAt(path), { ...options, places: true })) records.push(...some);
  return records;
}

function withoutPlace(record: SourceRecord): SourceRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'place')) as unknown as SourceRecord;
}

const QUIET = { half: 'test', quiet: true } as const;

describe('files that people have', () => {
  test.each(CASES)('$file: $why', async (one) => {
    const path = join(FOLDER, one.file);
    if (one.error !== undefined) {
      const { rows, readings } = await labelledFiles([path], optionsOf(one), QUIET);
      expect(() => trainingRows(rows, labelKind(rows, readings), readings)).toThrow(one.error);
      return;
    }
    const records = await annotated(path, optionsOf(one));
    if (one.rows !== undefined && one.rows !== null) expect(records).toHaveLength(one.rows);
    const beginnings = one.texts?.map((text, i) => records[i].text?.slice(0, text.length));
    expect(beginnings).toEqual(one.texts);
    expect(one.given?.map((_, i) => records[i].givenLabel ?? null)).toEqual(one.given);
    const measured = records.filter(({ text, givenLabel }) => text !== undefined && givenLabel !== undefined);
    if (one.n !== undefined && one.n !== null) expect(measured).toHaveLength(one.n);
  });

  test('rows of the wrong width are errors, the others are read', async () => {
    const records = await annotated(join(FOLDER, 'q7.csv'), optionsOf({}));
    expect(records.map(({ line, text, error }) => [line, text ?? error])).toEqual([
      [2, 'It has 4 cells where there are 3 columns.'],
      [3, 'bad'],
      [4, 'It has 2 cells where there are 3 columns.'],
    ]);
  });

  test('1 and 2 under the name label: negative and positive', async () => {
    const records = await annotated(join(FOLDER, 'a-yelp.csv'), optionsOf({}));
    expect(new Set(records.map(({ given, givenLabel }) => `${given} ${givenLabel}`))).toEqual(new Set(['1 negative', '2 positive'])); // prettier-ignore
  });
});

test.each(CASES)('annotate, evaluate, train and explore see the same records of $file', async (one) => {
  const path = join(FOLDER, one.file);
  const options = optionsOf(one);
  const seen = await annotated(path, options);
  const files = await labelledFiles([path], options, QUIET);
  // What explore is given, but for the name of the file and for places, which only annotate asks for.
  const bare = seen.map((record) => ({ ...withoutPlace(record), file: one.file }));
  expect(files.records).toEqual(bare);
  // What evaluate is given.
  const withText = seen.filter(({ text }) => text !== undefined);
  expect(files.rows.map(({ text, given, givenLabel }) => [text, given, givenLabel])).toEqual(withText.map(({ text, given, givenLabel }) => [text, given, givenLabel])); // prettier-ignore
  // What train is given.
  const labelled = files.rows.filter(({ given }) => given !== undefined);
  if (labelled.length === 0 || one.error !== undefined) return;
  const kind = labelKind(labelled, files.readings);
  const trained = trainingRows(labelled, kind, files.readings);
  const expected = withText
    .filter(({ given }) => given !== undefined)
    .map(({ text, givenLabel }) => [text, givenLabel]);
  expect(trained.map(({ text, label }) => [text, label])).toEqual(expected);
});

describe('neighbours of these files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saliency-neighbours-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('are three for each', () => {
    const counted = new Map<string, number>();
    for (const { of } of NEIGHBOURS) counted.set(of, (counted.get(of) ?? 0) + 1);
    expect(CASES.filter(({ file }) => (counted.get(file) ?? 0) < 3).map(({ file }) => file)).toEqual([]);
  });

  test.each(NEIGHBOURS.map((neighbour, i) => ({ ...neighbour, i })))(
    '$i of $of: $file',
    async ({ file, content, texts, given, i }) => {
      const path = join(folder, `${i}-${file}`);
      await writeFile(path, content);
      const records = await annotated(path, optionsOf({}));
      expect(records.map(({ text, error }) => text ?? `! ${error}`)).toEqual(texts);
      if (given) expect(records.map(({ givenLabel }) => givenLabel ?? null)).toEqual(given);
    },
  );
});
