import type { Explainer } from '../../shared/protocol/explainer';
import { labelsOf } from '../labels';
import { FilteredRows } from '../overview/filter';
import type { Overview } from '../../shared/overview';
import { OverviewBuilder } from '../overview/overview-builder';
import { savedRows, type SavedRow } from '../overview/saved-rows';
import { ProgressMeter, type Progress } from '../progress';
import { ROW_FORMAT } from '../row';
import { annotateAll, type Done } from '../run';
import { allRecords, firstReading } from '../../records/source';
import { writerFor } from '../writers/writer';
import { writeCopy } from './copy';
import type { CountedSource, FileStore } from './file-store';
import type {
  Annotator,
  CopyRequest,
  FoundRows,
  Input,
  OverviewRequest,
  RowRequest,
  OverviewRowsRequest,
  RunRequest,
} from './calls';
import { pairedAgain } from './paired';
import { WatchedSink } from './watched-sink';

/** Milliseconds between two words of progress. */
const EVERY = 200;

/** Annotates files, and reads what was annotated: all that the editor has done where it would be in the editor's way. */
export function annotatorOf(disk: FileStore, explainer: Pick<Explainer, 'batch' | 'models'>): Annotator {
  return {
    preview: async ({ source, reading }) => firstReading(await disk.source(source.address, source.name), reading),
    remains: ({ address }) => disk.remains(address),
    run: (request, signal, tell) => run(disk, explainer, request, signal, tell),
    copy: (request, signal) => copy(disk, request, signal),
    overview: (request, signal) => overview(disk, request, signal),
    rows: (request, signal) => rows(disk, request, signal),
    row: (request, signal) => row(disk, request, signal),
  };
}

async function run(
  disk: FileStore,
  explainer: Pick<Explainer, 'batch' | 'models'>,
  { input, question, results, anew }: RunRequest,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<Done> {
  if (anew) await disk.discard(results.address);
  const sources = await opened(disk, input);
  const labels = labelsOf(await explainer.models(), [question.model]);
  const { reading } = input;
  const names = input.sources.map(({ name }) => name);
  const asked = JSON.stringify({ format: ROW_FORMAT, names, reading, question });
  const sink = new WatchedSink(disk.results(results.address, asked));
  const resumed = await sink.start();
  const said = teller(sources, tell);
  try {
    const done = await annotateAll({
      records: allRecords(sources, { ...reading, classes: labels, places: true }, true),
      workers: [explainer],
      question,
      writer: writerFor('ndjson', { labels, explained: question.explain, title: results.name }),
      sink,
      resumed,
      signal,
      tell: said,
    });
    await sink.finish();
    return done;
  } catch (error) {
    await sink.stop();
    throw error;
  }
}

/** Progress now and then, of the bytes that were read. */
function teller(sources: readonly CountedSource[], tell: (progress: Progress) => void): (done: Done) => void {
  const sizes = sources.map(({ size }) => size);
  const whole = sizes.every((size) => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
  const meter = new ProgressMeter(whole);
  let last = 0;
  return ({ rows, errors }) => {
    const now = performance.now();
    if (now - last < EVERY) return;
    last = now;
    const read = sources.reduce((sum, source) => sum + source.read(), 0);
    tell(meter.at(rows, errors, read));
  };
}

const opened = (disk: FileStore, { sources }: Input): Promise<CountedSource[]> =>
  Promise.all(sources.map(({ address, name }) => disk.source(address, name)));

async function copy(disk: FileStore, request: CopyRequest, signal: AbortSignal): Promise<Done> {
  const { results, input } = request;
  const { labels } = await overview(disk, { results, partial: false }, signal);
  const sources = await opened(disk, input);
  const pairs = pairedAgain(savedRows(await disk.source(results.address, results.name)), sources, input);
  const file = disk.whole(request.copy.address);
  try {
    const done = await writeCopy(pairs, sources, request, labels, file, signal);
    await file.finish();
    return done;
  } catch (error) {
    await file.drop();
    throw error;
  }
}

async function overview(disk: FileStore, request: OverviewRequest, signal: AbortSignal): Promise<Overview> {
  const overviewer = new OverviewBuilder();
  for await (const row of allSaved(disk, request, signal)) overviewer.add(row);
  return overviewer.value();
}

async function rows(disk: FileStore, request: OverviewRowsRequest, signal: AbortSignal): Promise<FoundRows> {
  const found = new FilteredRows(request.filter);
  for await (const row of allSaved(disk, request, signal)) found.add(row);
  return found.value();
}

async function row(disk: FileStore, request: RowRequest, signal: AbortSignal): Promise<SavedRow | undefined> {
  for await (const found of allSaved(disk, request, signal)) if (found.row === request.row) return found;
  return undefined;
}

/** The rows of results, with label and category anew where the sources are given. */
async function* allSaved(
  disk: FileStore,
  { results, partial, input }: OverviewRequest,
  signal: AbortSignal,
): AsyncGenerator<SavedRow> {
  const kept = partial ? await disk.partial(results.address, results.name) : undefined;
  const source = kept ?? (await disk.source(results.address, results.name));
  const saved = savedRows(source, kept !== undefined);
  if (!input) {
    for await (const some of saved) {
      signal.throwIfAborted();
      yield* some;
    }
    return;
  }
  for await (const { row, record } of pairedAgain(saved, await opened(disk, input), input)) {
    signal.throwIfAborted();
    const { given, givenLabel, group } = record;
    yield { ...row, given, givenLabel, group };
  }
}
