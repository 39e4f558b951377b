import { appendFile, mkdir, open, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, test, vi } from 'vitest';
import { madeReviews } from '../../../test/findings/made-reviews';
import { asNdjson, madeRows } from '../../../test/findings/made-rows';
import type { RowStore } from '../../findings/store/row-store';
import { allRows, answering, Killed, never, onDisk, requestOf, ROWS, silent, TABLE } from '../testing/places';
import { annotatorOf } from '../worker/annotator';
import type { Annotator } from '../worker/calls';
import { NodeColumnCache } from './column-cache';

vi.setConfig({ testTimeout: 60_000 });

const MADE = madeRows(madeReviews(600));
/** Pieces of 300 rows, as `allRows` asks for. */
const NAME = 'reviews.saliency.ndjson';

let place: Awaited<ReturnType<typeof onDisk>>;
let folder: string;
/** How often results were read themselves. */
let read: number;

beforeEach(async () => {
  place = await onDisk();
  folder = join(place.folder, 'kept');
  read = 0;
  await place.put(NAME, asNdjson(MADE));
  return () => place.remove();
});

const results = (name = NAME) => ({ results: { address: place.address(name), name }, partial: false });
const path = (name = NAME) => join(place.folder, name);
const kept = async (): Promise<string[]> => (await readdir(folder).catch(() => [])).sort();

/** An annotator as a window of the editor has it: each begins with nothing but what is on the disk. */
function annotator(least = 0, most?: number, script = __filename, worker?: Killed): Annotator {
  const { disk } = place;
  const counting = Object.create(disk, {
    source: {
      value: (address: string, name: string) => {
        if (name.endsWith('.ndjson')) read++;
        return disk.source(address, name);
      },
    },
  }) as typeof disk;
  const columns = new NodeColumnCache(() => Promise.resolve(pathToFileURL(folder).href), script, least, most);
  return annotatorOf(counting, answering(worker), undefined, columns);
}

/** All of a store that a page shows of it. */
const told = (store: RowStore) =>
  Array.from({ length: store.rows }, (_, row) => ({
    text: store.text(row),
    day: store.day(row),
    label: store.labels[store.predictions.values[row]],
    cells: store.columns.map((column) => [column.name, store.value(column, row)]),
    tokens: [...store.tokens(row)].map((token) => store.words[token & 0xffffff]),
    highlights: store.highlights(row),
    reasons: store.reasonsOf(row),
  }));

test('results that were read once are read from columns, to the last highlight', async () => {
  const first = told(await allRows(annotator(), results()));
  expect(first).toHaveLength(600);
  expect([read, (await kept()).length]).toEqual([1, 1]);
  expect(told(await allRows(annotator(), results()))).toEqual(first);
  expect(read).toBe(1);
});

test('columns of a run are there when it is over; of one that was stopped, none are', async () => {
  await place.put('a.csv', TABLE);
  await place.put('b.txt', '');
  const worker = new Killed(900);
  const answer = annotator(0, undefined, __filename, worker);
  const followed = requestOf(place, { followed: true });
  const its = { results: followed.results, partial: true };
  const abort = new AbortController();
  const stopped = answer.run(followed, abort.signal, silent);
  const rows = allRows(answer, its);
  await expect.poll(() => worker.asked.length).toBeGreaterThan(900);
  abort.abort(new Error('stopped'));
  await expect(stopped).rejects.toThrow('stopped');
  expect((await rows).rows).toBeGreaterThan(0);
  expect(await kept()).toEqual([]);

  const again = annotator();
  const resumed = again.run(followed, never, silent);
  const whole = told(await allRows(again, its));
  await resumed;
  expect(whole).toHaveLength(ROWS);
  expect(await kept()).toHaveLength(1);
  read = 0;
  expect(told(await allRows(annotator(), { ...its, partial: false }))).toEqual(whole);
  expect(read).toBe(0);
});

test('results that changed are read anew, also where size and time are what they were; so are they by other code', async () => {
  await allRows(annotator(), results());
  await appendFile(path(), asNdjson([{ ...MADE[0], row: 601 }]));
  expect((await allRows(annotator(), results())).rows).toBe(601);
  expect([read, (await kept()).length]).toEqual([2, 1]);

  const { mtime } = await stat(path());
  const text = await readFile(path(), 'utf8');
  await writeFile(path(), text.replace(/"date":"2023/, '"date":"1999'));
  await utimes(path(), mtime, mtime);
  expect((await allRows(annotator(), results())).day(0)).toBeLessThan(11_000);
  expect([read, (await kept()).length]).toEqual([3, 1]);

  await allRows(annotator(0, undefined, join(__dirname, 'node-disk.ts')), results());
  expect(read).toBe(4);
});

test('files that are damaged or cut off cost time, and no row', async () => {
  const first = told(await allRows(annotator(), results()));
  const whole = await readFile(join(folder, (await kept())[0]));
  const damages: ((file: string) => Promise<void>)[] = [
    (file) => truncate(file, whole.length / 2),
    // Just before the part that says that this is all.
    (file) => truncate(file, whole.lastIndexOf('end') - 16),
    (file) => truncate(file, 3),
    (file) => overwrite(file, Math.floor(whole.length / 2)),
    (file) => overwrite(file, Math.floor(whole.length * 0.9)),
    (file) => writeFile(file, 'no columns'),
  ];
  for (const damage of damages) {
    read = 0;
    const file = join(folder, (await kept())[0]);
    await damage(file);
    expect(told(await allRows(annotator(), results()))).toEqual(first);
    expect(read).toBe(1);
    // Whether or not it is kept anew at once, the next time it is right as well.
    expect(told(await allRows(annotator(), results()))).toEqual(first);
    await allRows(annotator(), results());
    expect(await kept()).toHaveLength(1);
  }
});

test('nothing is kept of few rows, of half a reading, or with other labels than the run had', async () => {
  await allRows(annotator(2 ** 30), results());
  const answer = annotator();
  const reader = await answer.openRows(results());
  await answer.nextRows(reader, 300);
  await answer.closeRows(reader);
  expect(await kept()).toEqual([]);
  await place.put('a.csv', TABLE);
  const input = { sources: [{ address: place.address('a.csv'), name: 'a.csv' }], reading: { fields: {}, unit: 'line' as const } }; // prettier-ignore
  await allRows(annotator(), { ...results(), input }).catch(() => undefined);
  expect(await kept()).toEqual([]);
});

test('what is kept of results that are gone goes, and the oldest where there is too much', async () => {
  const names = ['a.saliency.ndjson', 'b.saliency.ndjson', 'c.saliency.ndjson'];
  for (const [i, name] of names.entries()) {
    await place.put(name, asNdjson(MADE));
    await allRows(annotator(), results(name));
    const when = new Date(Date.now() - (9 - i) * 3_600_000);
    for (const file of await kept()) {
      const { mtimeMs } = await stat(join(folder, file));
      if (mtimeMs > Date.now() - 60_000) await utimes(join(folder, file), when, when);
    }
  }
  expect(await kept()).toHaveLength(3);
  await rm(path('b.saliency.ndjson'));
  await allRows(annotator(), results('c.saliency.ndjson'));
  expect(await kept()).toHaveLength(2);
  const { size } = await stat(join(folder, (await kept())[0]));
  // Room for two: a, which was looked at longest ago, makes way for a new one.
  await allRows(annotator(0, 2.5 * size), results());
  expect(await kept()).toHaveLength(2);
  read = 0;
  await allRows(annotator(0, 2.5 * size), results('c.saliency.ndjson'));
  expect(read).toBe(0);
  await allRows(annotator(0, 2.5 * size), results('a.saliency.ndjson'));
  expect(read).toBe(1);
});

test('where nothing can be written, rows are read all the same', async () => {
  await writeFile(folder, 'a file where the folder would be');
  expect((await allRows(annotator(), results())).rows).toBe(600);
  await rm(folder);
  await mkdir(folder);
  // What an editor left that ended in the middle goes after a day.
  await writeFile(join(folder, 'x.tmp'), 'left');
  const old = new Date(Date.now() - 2 * 86_400_000);
  await utimes(join(folder, 'x.tmp'), old, old);
  expect((await allRows(annotator(), results())).rows).toBe(600);
  expect((await kept()).map((name) => name.endsWith('.columns'))).toEqual([true]);
});

async function overwrite(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(new Uint8Array(16).fill(0xa5), 0, 16, at);
  await handle.close();
}
