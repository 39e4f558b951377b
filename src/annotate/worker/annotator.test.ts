import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { allRows as storeRows, NO_REVIEWS } from '../../findings/data';
import { accuracy } from '../../findings/figures/accuracy';
import { RowStore } from '../../findings/store/row-store';
import type { BatchRequest } from '../../shared/protocol/explainer';
import type { BatchResult } from '../../shared/protocol/batch';
import { NodeDisk } from '../node/node-disk';
import { CountingWorker, lengthOf } from '../testing/collect';
import { MemoryHost } from '../testing/memory-host';
import { annotatorOf } from './annotator';
import type { FileStore } from './file-store';
import type { Annotator, Input, OverviewRequest, RunRequest } from './calls';
import { RelayedDisk } from './relayed-disk';

const ROWS = 2_000;
const TABLE = ['id,review,label', ...Array.from({ length: ROWS }, (_, i) => `${i},It was number ${i}.,${i % 2 ? 'odd' : 'even'}`)].join('\n'); // prettier-ignore
const NOTES = Array.from({ length: 300 }, (_, i) => `Note ${i}`).join('\n');

/** Files, and a look at them from outside. */
interface Place {
  readonly disk: FileStore;
  address(name: string): string;
  put(name: string, text: string): Promise<void>;
  text(name: string): Promise<string>;
  names(): Promise<string[]>;
}

async function onDisk(): Promise<Place & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'saliency-annotator-'));
  return {
    folder,
    disk: new NodeDisk(),
    address: (name) => pathToFileURL(join(folder, name)).href,
    put: (name, text) => writeFile(join(folder, name), text),
    text: (name) => readFile(join(folder, name), 'utf8'),
    names: () => readdir(folder),
  };
}

function inMemory(host = new MemoryHost()): Place {
  return {
    disk: new RelayedDisk(host.remote),
    address: (name) => `memory:/work/${name}`,
    put: (name, text) => Promise.resolve(void host.files.set(`memory:/work/${name}`, new TextEncoder().encode(text))),
    text: (name) => Promise.resolve(host.text(`memory:/work/${name}`)),
    names: () => Promise.resolve([...host.files.keys()].map((file) => file.slice('memory:/work/'.length))),
  };
}

/** Answers, until so many texts were asked; then not before it is told to go on, as if it had been killed. */
class Killed extends CountingWorker {
  private readonly waiting: (() => void)[] = [];
  constructor(private after: number) {
    super();
  }
  goOn(): void {
    this.after = Infinity;
    for (const answer of this.waiting) answer();
  }
  override batch(request: BatchRequest, signal?: AbortSignal): Promise<readonly BatchResult[]> {
    if (this.asked.length <= this.after) return super.batch(request);
    return new Promise((resolve, reject) => {
      this.waiting.push(() => resolve(super.batch(request)));
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  }
}

const models = () => Promise.resolve([]);
const answering = (worker: CountingWorker = new CountingWorker()) => ({ batch: worker.batch.bind(worker), models });
const silent = () => undefined;
const never = new AbortController().signal;

/** All rows of results, as a page puts them together; pieces are small, so that there are many. */
async function allRows({ openRows, nextRows }: Annotator, request: OverviewRequest): Promise<RowStore> {
  const store = new RowStore();
  const reader = await openRows(request);
  for (let piece = await nextRows(reader, 300); piece; piece = await nextRows(reader, 300)) store.append(piece);
  return store;
}

const inputOf = ({ address }: Place, ...names: readonly string[]): Input => ({
  sources: names.map((name) => ({ address: address(name), name })),
  reading: { fields: {}, unit: 'line' },
});
const requestOf = (place: Place, more: Partial<RunRequest> = {}): RunRequest => ({
  input: inputOf(place, 'a.csv', 'b.txt'),
  question: { explain: false },
  results: { address: place.address('a.saliency.ndjson'), name: 'a.saliency.ndjson' },
  anew: false,
  ...more,
});

describe.each(['on disk', 'relayed'])('files %s', (where) => {
  let place: Place;
  beforeEach(async () => {
    const made = where === 'on disk' ? await onDisk() : inMemory();
    place = made;
    await place.put('a.csv', TABLE);
    await place.put('b.txt', NOTES);
    return 'folder' in made ? () => rm(String(made.folder), { recursive: true }) : undefined;
  });

  test('a row for each record, with file and line, and nothing else beside it', async () => {
    const { run, remains } = annotatorOf(place.disk, answering());
    const done = await run(requestOf(place), never, silent);
    expect(done).toMatchObject({ rows: ROWS + 300, errors: 0 });
    const rows = (await place.text('a.saliency.ndjson')).trimEnd().split('\n').map((line) => JSON.parse(line) as object); // prettier-ignore
    expect(rows).toHaveLength(ROWS + 300);
    expect(rows[0]).toMatchObject({ row: 1, id: '0', file: 'a.csv', line: 2, given: 'even', text: 'It was number 0.' });
    expect(rows.at(-1)).toMatchObject({ row: ROWS + 300, file: 'b.txt', line: 300 });
    expect((await place.names()).sort()).toEqual(['a.csv', 'a.saliency.ndjson', 'b.txt']);
    expect(await remains(requestOf(place).results)).toEqual({ done: true });
  });

  test('stopped or killed, it goes on and ends the same: no row lost, none twice', async () => {
    const whole = annotatorOf(place.disk, answering());
    await whole.run(requestOf(place), never, silent);
    const expected = await place.text('a.saliency.ndjson');
    await place.put('a.saliency.ndjson', '');
    for (const after of [0, 500, 501, 300]) {
      const abort = new AbortController();
      const worker = new Killed(after);
      const stopped = annotatorOf(place.disk, answering(worker)).run(requestOf(place), abort.signal, silent);
      await expect.poll(() => worker.asked.length).toBeGreaterThan(after);
      // Every second one dies without a word: what it was at is simply left.
      if (after % 2 === 0) abort.abort(new Error('stopped'));
      if (after % 2 === 0) await expect(stopped).rejects.toThrow('stopped');
    }
    const { run } = annotatorOf(place.disk, answering());
    const asked = new CountingWorker();
    await annotatorOf(place.disk, answering(asked)).run(requestOf(place), never, silent);
    expect(await place.text('a.saliency.ndjson')).toBe(expected);
    expect(asked.asked.length).toBeLessThan(ROWS + 300);
    expect((await place.names()).sort()).toEqual(['a.csv', 'a.saliency.ndjson', 'b.txt']);
    // Anew: nothing of before is gone on with.
    await run(requestOf(place, { anew: true }), never, silent);
    expect(await place.text('a.saliency.ndjson')).toBe(expected);
  });

  test('what was done when it was stopped can be looked at, and asked for how much it is', async () => {
    const abort = new AbortController();
    const worker = new Killed(900);
    const answer = annotatorOf(place.disk, answering(worker));
    const { run, remains } = answer;
    const stopped = run(requestOf(place), abort.signal, silent);
    await expect.poll(() => worker.asked.length).toBeGreaterThan(900);
    abort.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    const { rows } = await remains(requestOf(place).results);
    expect(rows).toBeGreaterThan(500);
    const store = await allRows(answer, { results: requestOf(place).results, partial: true });
    expect(store.rows).toBe(rows);
  });

  test('who follows a run gets its rows while it goes on, also those of before it was stopped', async () => {
    const abort = new AbortController();
    const first = new Killed(900);
    const answer = annotatorOf(place.disk, answering(first));
    const followed = requestOf(place, { followed: true });
    const rows = { results: followed.results, partial: true };
    const stopped = answer.run(followed, abort.signal, silent);
    const reader = await answer.openRows(rows);
    const store = new RowStore();
    store.append((await answer.nextRows(reader, 300))!);
    expect(store.rows).toBeGreaterThan(0);
    expect(store.rows).toBeLessThan(ROWS);
    await expect.poll(() => first.asked.length).toBeGreaterThan(900);
    abort.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    for (let piece = await answer.nextRows(reader, 300); piece; piece = await answer.nextRows(reader, 300)) store.append(piece); // prettier-ignore

    const again = annotatorOf(place.disk, answering());
    const resumed = again.run(followed, never, silent);
    const whole = await allRows(again, rows);
    await resumed;
    expect(whole.rows).toBe(ROWS + 300);
    expect(whole.text(0)).toBe('It was number 0.');
    expect(whole.text(ROWS + 299)).toBe('Note 299');
    expect([...whole.numbers.values.slice(0, whole.rows)]).toEqual(Array.from({ length: ROWS + 300 }, (_, i) => i + 1));
  });

  test('a page that asks again while a run goes on gets every row of it', async () => {
    const abort = new AbortController();
    const answer = annotatorOf(place.disk, answering(new Killed(900)));
    const followed = requestOf(place, { followed: true });
    const rows = { results: followed.results, partial: true };
    const stopped = answer.run(followed, abort.signal, silent);
    setTimeout(() => abort.abort(new Error('stopped')), 200);
    await expect(stopped).rejects.toThrow('stopped');
    const { rows: before } = await answer.remains(followed.results);

    // Its page was not there yet, was shown anew, and is asked for once more: only the last one takes the rows.
    const worker = new Killed(700);
    const again = annotatorOf(place.disk, answering(worker));
    const resumed = again.run(followed, new AbortController().signal, silent).catch(() => undefined);
    const first = await again.openRows(rows);
    await again.nextRows(first, 300);
    await again.closeRows(first);
    const second = await again.openRows(rows);
    const third = again.openRows(rows);
    await again.closeRows(second);
    await expect.poll(() => worker.asked.length).toBeGreaterThan(700);
    worker.goOn();
    const store = new RowStore();
    const reader = await third;
    for (let piece = await again.nextRows(reader, 300); piece; piece = await again.nextRows(reader, 300)) store.append(piece); // prettier-ignore
    await resumed;
    expect(before).toBeGreaterThan(0);
    expect([...store.numbers.values.slice(0, store.rows)]).toEqual(Array.from({ length: ROWS + 300 }, (_, i) => i + 1));
    expect(store.text(ROWS + 299)).toBe('Note 299');
  });

  test('chosen rows as a file of their own: whole, or as a table', async () => {
    const answer = annotatorOf(place.disk, answering());
    const one = requestOf(place, { input: inputOf(place, 'a.csv') });
    await answer.run(one, never, silent);
    const request = { results: one.results, partial: false, which: { by: 'number', rows: [7, 3, 1999] } as const };
    const copy = (name: string) => ({ address: place.address(name), name });
    expect(await answer.extract({ ...request, to: 'ndjson', copy: copy('some.ndjson') }, never)).toEqual({
      rows: 3,
      errors: 0,
    });
    const store = await allRows(answer, { results: copy('some.ndjson'), partial: false });
    expect([...store.numbers.values.slice(0, 3)]).toEqual([3, 7, 1999]);
    await answer.extract({ ...request, to: 'csv', copy: copy('some.csv') }, never);
    const table: string[][] = parse(await place.text('some.csv'), { bom: true });
    expect(table.map((cells) => cells[0])).toEqual(['row', '3', '7', '1999']);
    expect(table[1][2]).toBe('It was number 2.');
  });

  test('another question is refused until one asks for it anew', async () => {
    const abort = new AbortController();
    const worker = new Killed(900);
    const { run } = annotatorOf(place.disk, answering(worker));
    const stopped = run(requestOf(place), abort.signal, silent);
    await expect.poll(() => worker.asked.length).toBeGreaterThan(900);
    abort.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow();
    const other = requestOf(place, { question: { explain: false, language: 'en' } });
    const answer = annotatorOf(place.disk, answering());
    await expect(answer.run(other, never, silent)).rejects.toMatchObject({ code: 'other-question' });
    expect((await answer.run({ ...other, anew: true }, never, silent)).rows).toBe(ROWS + 300);
  });

  test('a copy as a table: own columns of one file, common ones of several that differ; again with other labels', async () => {
    const answer = annotatorOf(place.disk, answering());
    const both = requestOf(place);
    await answer.run(both, never, silent);
    const copy = { address: place.address('out.csv'), name: 'out.csv' };
    await answer.copy({ ...both, to: 'csv', copy }, never);
    const [header, first] = parse(await place.text('out.csv'), { bom: true });
    expect(header.slice(0, 5)).toEqual(['file', 'row', 'id', 'text', 'label']);
    expect(first.slice(0, 4)).toEqual(['a.csv', '1', '0', 'It was number 0.']);

    const one = requestOf(place, { input: inputOf(place, 'a.csv'), anew: true });
    await answer.run(one, never, silent);
    await answer.copy({ ...one, to: 'csv', copy }, never);
    const rows: string[][] = parse(await place.text('out.csv'), { bom: true });
    expect(rows[0].slice(0, 4)).toEqual(['id', 'review', 'label', 'saliency_label']);
    expect(rows).toHaveLength(ROWS + 1);
    expect(rows.slice(1).map(([id]) => id)).toEqual(Array.from({ length: ROWS }, (_, i) => `${i}`));

    const input = { ...one.input, reading: { unit: 'line', fields: { label: '' } } } as const;
    const without = await allRows(answer, { results: one.results, partial: false, input });
    expect(without.given).toEqual([]);
    const store = await allRows(answer, { results: one.results, partial: false });
    // `lengthOf` says odd or even of a text's length; the file says it of its number.
    const right = Array.from({ length: ROWS }, (_, i) => `It was number ${i}.`.length % 2 === i % 2).filter(Boolean);
    store.setMeaning({ odd: 'odd', even: 'even' });
    const found = accuracy({ store, reviews: NO_REVIEWS }, storeRows({ store }), 'file');
    expect(found?.accuracy.value).toBeCloseTo(right.length / ROWS);
    await place.put('a.csv', TABLE.replace('number 7.', 'number seven.'));
    await expect(answer.copy({ ...one, to: 'html', copy }, never)).rejects.toMatchObject({
      code: 'source-changed',
    });
    expect((await place.names()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('a full disk leaves nothing half-written, and says so', async () => {
  const host = new MemoryHost();
  const place = inMemory(host);
  await place.put('a.csv', TABLE);
  await place.put('b.txt', NOTES);
  host.fails = (...[name]) => (name === 'write' ? { message: 'ENOSPC: no space left on device', code: '' } : undefined);
  const { run } = annotatorOf(place.disk, answering());
  await expect(run(requestOf(place), never, silent)).rejects.toMatchObject({ code: 'unwritable', data: { reason: 'ENOSPC' } }); // prettier-ignore
  expect((await place.names()).sort()).toEqual(['a.csv', 'b.txt']);
});

test('a disk that is full in the middle keeps whole pieces only, and they are gone on with', async () => {
  const host = new MemoryHost();
  const place = inMemory(host);
  const text = 'It was a long way, '.repeat(50);
  await place.put('a.csv', ['review', ...Array.from({ length: 2_000 }, (_, i) => `"${text}${i}"`)].join('\n'));
  const request = requestOf(place, { input: inputOf(place, 'a.csv') });
  await annotatorOf(place.disk, answering()).run(request, never, silent);
  const expected = await place.text('a.saliency.ndjson');
  host.files.delete('memory:/work/a.saliency.ndjson');

  // The second piece is written by half, as disks do.
  const second = 'memory:/work/a.saliency.ndjson.partial/000002.rows';
  host.fails = (...call) => {
    if (call[0] !== 'write' || call[1] !== second) return undefined;
    host.files.set(second, call[2].slice(0, 100));
    return { message: 'ENOSPC: no space left on device', code: '' };
  };
  const stopped = annotatorOf(place.disk, answering()).run(request, never, silent);
  await expect(stopped).rejects.toMatchObject({ code: 'unwritable', data: { reason: 'ENOSPC', kept: 1 } });
  const partial = 'a.saliency.ndjson.partial/000001';
  expect((await place.names()).sort()).toEqual(['a.csv', `${partial}.json`, `${partial}.rows`]);
  expect(expected.startsWith(await place.text(`${partial}.rows`))).toBe(true);
  host.fails = undefined;
  const again = new CountingWorker();
  await annotatorOf(place.disk, answering(again)).run(request, never, silent);
  expect(await place.text('a.saliency.ndjson')).toBe(expected);
  expect(again.asked.length).toBeLessThan(2_000);
  expect((await place.names()).sort()).toEqual(['a.csv', 'a.saliency.ndjson']);
});

test('results in a place that is no folder are refused before anything is read', async () => {
  const place = await onDisk();
  await place.put('a.csv', TABLE);
  await mkdir(join(place.folder, 'x'));
  const results = { address: place.address('missing/a.saliency.ndjson'), name: 'a' };
  const { run } = annotatorOf(place.disk, answering());
  const input = inputOf(place, 'a.csv');
  await expect(run(requestOf(place, { results, input }), never, silent)).rejects.toMatchObject({
    code: 'no-such-file',
  });
  await rm(place.folder, { recursive: true });
  expect(lengthOf('x')).toMatchObject({ label: 'odd' });
});

test.skipIf(process.platform !== 'linux')(
  'a disk of this machine that is full, or only to be read, is said so',
  async () => {
    const place = await onDisk();
    await place.put('a.csv', TABLE);
    const { run } = annotatorOf(place.disk, answering());
    const request = requestOf(place, { input: inputOf(place, 'a.csv') });
    await symlink('/dev/full', join(place.folder, 'a.saliency.ndjson.partial'));
    await expect(run(request, never, silent)).rejects.toMatchObject({ code: 'unwritable', data: { reason: 'ENOSPC' } });
    expect(await place.names()).toEqual(['a.csv']);
    const results = { address: 'file:///sys/a.saliency.ndjson', name: 'a.saliency.ndjson' };
    await expect(run({ ...request, results }, never, silent)).rejects.toMatchObject({ code: 'unwritable' });
    await rm(place.folder, { recursive: true });
  },
);
