import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { NodeDisk } from '../src/annotate/node/node-disk';
import { annotatorOf } from '../src/annotate/worker/annotator';
import type { Annotator, ShareRequest } from '../src/annotate/worker/calls';
import { filesIn } from '../src/records/bytes/archive';
import { columnOf } from '../src/records/reading';
import { xlsxSheets } from '../src/records/sheets/xlsx';
import { readIn } from '../src/records/testing/collect';
import { madeReviews } from './findings/made-reviews';
import { asNdjson, madeRows } from './findings/made-rows';

const never = new AbortController().signal;
let folder: string;
let annotator: Annotator;
let request: ShareRequest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saliency-share-'));
  const file = join(folder, 'reviews.saliency.ndjson');
  await writeFile(file, asNdjson(madeRows(madeReviews(2_000))));
  const nothing = () => Promise.reject(new Error('nothing is asked'));
  annotator = annotatorOf(new NodeDisk(), {
    batch: nothing,
    models: () => Promise.resolve([]),
    restart: nothing,
  });
  const results = { address: pathToFileURL(file).href, name: 'reviews.saliency.ndjson' };
  request = {
    ...{ results, partial: false, format: 'html', language: 'en', filter: [], appendix: false, reviews: [] },
    ...{ source: 'reviews.csv', version: '1.0.0', day: 19_900 },
  };
});
afterAll(() => rm(folder, { recursive: true }));

const text = async (more: Partial<ShareRequest>) =>
  new TextDecoder().decode(await annotator.share({ ...request, ...more }, never));

test('the report of results names the product and the month, in either language', async () => {
  const english = await text({});
  expect(english).toMatch(/^<!doctype html>/i);
  expect(english).toContain('Grinder G3');
  expect(english).toContain('October 2023');
  expect(await text({ language: 'zh' })).toContain('2023 年 10 月');
});

test('a filter is the report’s', async () => {
  const filter = [{ kind: 'column', column: 'product', values: ['Kettle K2'] }] as const;
  expect(await text({ filter, format: 'markdown' })).toContain('Kettle K2');
});

test('a workbook has dates that are dates, and reads as the file that it was made of', async () => {
  const bytes = await annotator.share({ ...request, format: 'xlsx' }, never);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toContain('xl/workbook.xml');
  // The first row is of 1 January 2023, the 44,927th day of Excel.
  const [, style] = /<c r="B2" s="(\d+)"><v>44927<\/v>/.exec(strFromU8(files['xl/worksheets/sheet2.xml'])) ?? [];
  const [, formats] = strFromU8(files['xl/styles.xml']).split('<cellXfs');
  const [, format] = /numFmtId="(\d+)"/.exec(formats.split('<xf ')[Number(style) + 1]) ?? [];
  expect(strFromU8(files['xl/styles.xml'])).toContain(`numFmtId="${format}" formatCode="yyyy-mm-dd"`);
  const { reading, records } = await readIn('reviews.report.xlsx', bytes, { sheet: 'Rows' });
  expect(columnOf(reading, 'date')).toBe('date');
  expect(records.map(({ date }) => date)).toEqual(madeReviews(2_000).map(({ posted }) => posted));
  const over = xlsxSheets(filesIn(bytes)).find(({ name }) => name === 'Over time')!;
  expect(over.rows()[1].cells.slice(0, 3)).toEqual(['January 2023', '2023-01-01', '2023-01-31']);
});

test('a table has the rows that a filter lets through', async () => {
  const copy = { address: pathToFileURL(join(folder, 'some.csv')).href, name: 'some.csv' };
  const which = { by: 'filter', filter: [{ kind: 'search', text: '“burnt smell”' }], reviews: [] } as const;
  const { rows } = await annotator.extract({ ...request, which, to: 'csv', copy }, never);
  expect(rows).toBeGreaterThan(10);
  expect(rows).toBeLessThan(200);
});
