import type { Explainer } from '../../shared/protocol/explainer';
import { labelsOf } from '../labels';
import { savedRows, type SavedRow } from '../saved-rows';
import { copyToMove } from '../../shared/rpc/moving';
import { ProgressMeter, type Progress } from '../progress';
import { SummaryCollector, type RunSummary } from '../run-summary';
import { outputRow, ROW_FORMAT } from '../row';
import { annotateAll, type RunCounts } from '../run';
import { allRecords, firstReading } from '../../records/source';
import { writerFor } from '../writers/writer';
import { writeCopy } from './copy';
import { writeExtract } from './extract';
import { OpenRows } from './open-rows';
import { collectData, rowNumbersOf, sharedBytes } from './share';
import { withColumnCache, type ColumnCache } from './column-cache';
import { rowsReaderOf } from './rows-reader';
import type { LiveRows } from './live-rows';
import { startingAfter, lazyPartsOfSpeech } from './lazy-parts-of-speech';
import type { PartOfSpeech } from '../../findings/store/tokens';
import type { CountedSource, FileStore } from './file-store';
import type {
  Annotator,
  CopyRequest,
  ExtractRequest,
  RunInput,
  OverviewRequest,
  RowRequest,
  RunRequest,
  ShareRequest,
} from './calls';
import { rowsWithRecords } from './paired';
import { RunsWithModels } from './runs-with-models';
import { sampleOf } from './file-sample';
import { WatchedSink } from './watched-sink';

const NEVER = new AbortController().signal;
/** Milliseconds between two reports of progress. */
const EVERY = 200;

/** The explainer of a run. Restarting it makes it load its models again. */
export interface RunExplainer extends Pick<Explainer, 'batch' | 'models'> {
  restart(): Promise<void>;
}

/** Annotates files and reads results: the work that would block the editor, done in a worker. */
export function annotatorOf(
  disk: FileStore,
  explainer: RunExplainer,
  loadParts?: () => Promise<PartOfSpeech>,
  kept?: ColumnCache,
): Annotator {
  const open = new OpenRows();
  const parts = lazyPartsOfSpeech(loadParts);
  const runs = new RunsWithModels(explainer);
  return {
    preview: async ({ source, reading }) => firstReading(await disk.source(source.address, source.name), reading),
    look: async ({ source, reading }) => sampleOf(await disk.source(source.address, source.name), reading),
    remains: ({ address }) => disk.remains(address),
    run: async (request, signal, tell) => {
      const { followed, results } = request;
      // At once: a reader that follows the run asks for rows before the first one exists.
      const live = followed ? open.begin(results.address, parts.of) : undefined;
      let isWhole = false;
      try {
        if (live) await parts.ready();
        const done = await runs.during(() => run({ disk, explainer, live }, request, signal, tell));
        isWhole = true;
        return done;
      } finally {
        if (live) open.end(results.address, live, isWhole);
      }
    },
    copy: (request, signal) => copy(disk, request, signal),
    openRows: async (request) => {
      const { address } = request.results;
      const written = (isOver: boolean) => (isOver ? allSaved(disk, request, NEVER) : writtenSoFar(disk, request));
      const saved = (without = 0) =>
        rowsReaderOf(startingAfter(parts.ready, allSaved(disk, request, NEVER)), parts.of, without);
      const live = open.live(address, written);
      if (live) return open.add(withColumnCache(live, await kept?.writer(address, true)));
      // Columns are kept only for whole results with the labels of their run.
      if (request.input || request.partial) return open.add(saved());
      return open.add(
        (await kept?.reader(address, saved)) ?? withColumnCache(saved(), await kept?.writer(address, false)),
      );
    },
    nextRows: (reader, most) => open.next(reader, most),
    closeRows: (reader) => open.close(reader),
    share: async (request, signal) => {
      await parts.ready();
      return share(disk, request, signal, parts.of);
    },
    extract: async (request, signal) => {
      await parts.ready();
      return extract(disk, request, signal, parts.of);
    },
    modelsChanged: () => runs.modelsChanged(),
    row: (request, signal) => row(disk, request, signal),
  };
}

/** The parts that a run works with. */
interface Running {
  readonly disk: FileStore;
  readonly explainer: Pick<Explainer, 'batch' | 'models'>;
  /** Takes the rows for readers that follow the run. */
  readonly live?: LiveRows;
}

async function run(
  { disk, explainer, live }: Running,
  { input, question, results, anew }: RunRequest,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<RunCounts & RunSummary> {
  if (anew) await disk.discard(results.address);
  const sources = await opened(disk, input);
  const labels = labelsOf(await explainer.models(), [question.model]);
  const { reading } = input;
  const names = input.sources.map(({ name }) => name);
  const asked = JSON.stringify({ format: ROW_FORMAT, names, reading, question });
  const sink = new WatchedSink(disk.results(results.address, asked));
  const resumed = await sink.start();
  const said = teller(sources, tell);
  const collected = new SummaryCollector();
  try {
    if (live && resumed) for await (const row of allSaved(disk, { results, partial: true }, signal)) live.add(row);
    const done = await annotateAll({
      records: allRecords(sources, { ...reading, classes: labels, places: true }, true),
      workers: [explainer],
      question,
      writer: writerFor('ndjson', { labels, explained: question.explain, title: results.name }),
      sink,
      resumed,
      signal,
      tell: (done, rows) => {
        for (const row of rows) {
          live?.add(outputRow(row));
          collected.add(row);
        }
        said(done);
      },
    });
    await sink.finish();
    return { ...done, ...collected.summary() };
  } catch (error) {
    await sink.stop();
    throw error;
  }
}

/** Reports progress at intervals, by the bytes that were read. */
function teller(sources: readonly CountedSource[], tell: (progress: Progress) => void): (done: RunCounts) => void {
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

const opened = (disk: FileStore, { sources }: RunInput): Promise<CountedSource[]> =>
  Promise.all(sources.map(({ address, name }) => disk.source(address, name)));

async function copy(disk: FileStore, request: CopyRequest, signal: AbortSignal): Promise<RunCounts> {
  const { results, input } = request;
  const labels = await labelsIn(allSaved(disk, { results, partial: false }, signal));
  const sources = await opened(disk, input);
  const pairs = rowsWithRecords(savedRows(await disk.source(results.address, results.name)), sources, input);
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

/** The labels that rows have, in the models' own order. */
async function labelsIn(rows: AsyncIterable<SavedRow>): Promise<string[]> {
  const labels = new Set<string>();
  for await (const row of rows)
    if (!('error' in row)) for (const label of Object.keys(row.probabilities)) labels.add(label);
  return [...labels];
}

async function share(
  disk: FileStore,
  request: ShareRequest,
  signal: AbortSignal,
  partOfSpeech: PartOfSpeech,
): Promise<Uint8Array> {
  const data = await collectData(allSaved(disk, request, signal), request, partOfSpeech);
  return copyToMove(await sharedBytes(data, request));
}

async function extract(
  disk: FileStore,
  request: ExtractRequest,
  signal: AbortSignal,
  partOfSpeech: PartOfSpeech,
): Promise<RunCounts> {
  const { which } = request;
  const file = disk.whole(request.copy.address);
  try {
    const wanted =
      which.by === 'filter'
        ? rowNumbersOf(await collectData(allSaved(disk, request, signal), which, partOfSpeech), which.filter)
        : new Set(which.rows);
    const done = await writeExtract(allSaved(disk, request, signal), wanted, request.to, file, signal, {
      labels: new Map(request.labels),
      meaning: request.meaning,
      before: new Map(request.before?.map((one) => [one.row, one])),
    });
    await file.finish();
    return done;
  } catch (error) {
    await file.drop();
    throw error;
  }
}

async function row(disk: FileStore, request: RowRequest, signal: AbortSignal): Promise<SavedRow | undefined> {
  for await (const found of allSaved(disk, request, signal)) if (found.row === request.row) return found;
  return undefined;
}

/** The rows that a running run has written so far, not those of the earlier file that it will replace. */
async function* writtenSoFar(disk: FileStore, { results }: OverviewRequest): AsyncGenerator<SavedRow> {
  const kept = await disk.partial(results.address, results.name);
  if (kept) for await (const some of savedRows(kept, true)) yield* some;
}

/** The rows of results; with label and category read again where the sources are given. */
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
  for await (const { row, record } of rowsWithRecords(saved, await opened(disk, input), input)) {
    signal.throwIfAborted();
    const { given, givenLabel, group } = record;
    yield { ...row, given, givenLabel, group };
  }
}
