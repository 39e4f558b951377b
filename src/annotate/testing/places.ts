import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RowStore } from '../../findings/store/row-store';
import type { BatchRequest } from '../../shared/protocol/explainer';
import type { BatchResult } from '../../shared/protocol/batch';
import { NodeDisk } from '../node/node-disk';
import type { Annotator, RunInput, OverviewRequest, RunRequest } from '../worker/calls';
import type { FileStore } from '../worker/file-store';
import { RelayedDisk } from '../worker/relayed-disk';
import { CountingWorker } from './collect';
import { MemoryHost } from './memory-host';

export const ROWS = 2_000;
export const TABLE = ['id,review,label', ...Array.from({ length: ROWS }, (_, i) => `${i},It was number ${i}.,${i % 2 ? 'odd' : 'even'}`)].join('\n'); // prettier-ignore
export const NOTES = Array.from({ length: 300 }, (_, i) => `Note ${i}`).join('\n');

/** Files, and a look at them from outside. */
export interface Place {
  readonly disk: FileStore;
  address(name: string): string;
  put(name: string, text: string): Promise<void>;
  text(name: string): Promise<string>;
  names(): Promise<string[]>;
  remove(): Promise<void>;
}

export async function onDisk(): Promise<Place & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'saliency-annotator-'));
  return {
    folder,
    disk: new NodeDisk(),
    address: (name) => pathToFileURL(join(folder, name)).href,
    put: (name, text) => writeFile(join(folder, name), text),
    text: (name) => readFile(join(folder, name), 'utf8'),
    names: () => readdir(folder),
    remove: () => rm(folder, { recursive: true }),
  };
}

export function inMemory(host = new MemoryHost()): Place {
  return {
    disk: new RelayedDisk(host.remote),
    address: (name) => `memory:/work/${name}`,
    put: (name, text) => Promise.resolve(void host.files.set(`memory:/work/${name}`, new TextEncoder().encode(text))),
    text: (name) => Promise.resolve(host.text(`memory:/work/${name}`)),
    remove: () => Promise.resolve(),
    names: () => Promise.resolve([...host.files.keys()].map((file) => file.slice('memory:/work/'.length))),
  };
}

/** Answers, until so many texts were asked; then not before it is told to go on, as if it had been killed. */
export class Killed extends CountingWorker {
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
export const answering = (worker: CountingWorker = new CountingWorker()) => ({
  batch: worker.batch.bind(worker),
  models,
  restart: () => Promise.resolve(),
});
export const silent = () => undefined;
export const never = new AbortController().signal;

/** All rows of results, as a page puts them together; pieces are small, so that there are many. */
export async function allRows({ openRows, nextRows }: Annotator, request: OverviewRequest): Promise<RowStore> {
  const store = new RowStore();
  const reader = await openRows(request);
  for (let piece = await nextRows(reader, 300); piece; piece = await nextRows(reader, 300)) store.append(piece);
  return store;
}

export const inputOf = ({ address }: Place, ...names: readonly string[]): RunInput => ({
  sources: names.map((name) => ({ address: address(name), name })),
  reading: { fields: {}, unit: 'line' },
});
export const requestOf = (place: Place, more: Partial<RunRequest> = {}): RunRequest => ({
  input: inputOf(place, 'a.csv', 'b.txt'),
  question: { explain: false },
  results: { address: place.address('a.saliency.ndjson'), name: 'a.saliency.ndjson' },
  anew: false,
  ...more,
});

/** Where the tests read and write. */
export const WHERE = ['on disk', 'relayed'] as const;

/** A place of this kind with a table and notes in it. */
export async function placeWithFiles(where: (typeof WHERE)[number]): Promise<Place> {
  const place = where === 'on disk' ? await onDisk() : inMemory();
  await place.put('a.csv', TABLE);
  await place.put('b.txt', NOTES);
  return place;
}
