import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { AnnotateQuestion } from '../../annotate/annotate';
import { labelsOf } from '../../annotate/labels';
import { streamSource } from '../../annotate/node/file-source';
import { PartialFile } from '../../annotate/node/partial-file';
import { ROW_FORMAT } from '../../annotate/row';
import { annotateAll, type RunCounts, type Run } from '../../annotate/run';
import { SummaryCollector } from '../../annotate/run-summary';
import type { FileReading } from '../../records/reading';
import { allRecords } from '../../records/source';
import type { CountedSource } from '../../annotate/worker/file-store';
import { writerFor, type Output } from '../../annotate/writers/writer';
import { startNodeWorker } from '../../engine/worker/node-worker';
import { SaliencyError } from '../../shared/saliency-error';
import { explainInWorker, type WorkerExplainer } from '../../engine/worker/worker-explainer';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { Method } from '../../shared/methods';
import { RowCollector } from '../../annotate/report/row-collector';
import { NO_REVIEWS } from '../../findings/data';
import { partsOfSpeech } from '../../findings/store/part-of-speech';
import { addAnnotateOptions, checkOptions, type AnnotateOptions } from '../options/annotate-options';
import { ProgressLine } from '../output/annotate-progress';
import { discardingSink, OutputClosed, standardOutput } from '../output/annotate-sink';
import { namedModel } from '../options/model-folder';
import { dictionary } from '../input/dictionary';
import { checkTerminal, writeReport } from '../output/report-output';
import { isReport } from '../options/report-options';
import { modelsOffering } from '../options/offering-models';
import { readOptionsOf } from '../options/read-options';
import { readingText } from '../output/reading-text';
import { writeRunRecord } from '../output/run-record-output';
import { sourcesAt } from '../input/sources';

/** The worker's bundle, next to the bundle of the command line. */
const WORKER = fileURLToPath(new URL('./worker.cjs', import.meta.url));

/** For so many files of a run, how they are read is printed. */
const TOLD = 5;

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** `saliency annotate`: a stream filter over files or standard input. */
export function registerAnnotate(program: Command): void {
  addAnnotateOptions(program.command('annotate')).action(annotateFiles);
}

async function annotateFiles(files: readonly string[], options: AnnotateOptions): Promise<void> {
  checkOptions(files, options);
  const model = namedModel(options.model);
  const sources =
    files.length === 0
      ? [streamSource('', process.stdin)]
      : (await Promise.all(files.map((file) => sourcesAt(file, 'test')))).flat();
  const abort = new AbortController();
  const interrupted = (signal: keyof typeof SIGNALS) => abort.abort(signal);
  for (const signal of Object.keys(SIGNALS)) process.once(signal, interrupted);
  const start = () => startNodeWorker(WORKER);
  const workers = Array.from({ length: options.workers }, () => explainInWorker(start, model.files));
  try {
    const done = await annotated(sources, workers, { ...options, model: model.name }, abort.signal);
    if (done) report(done, options.strict);
  } catch (error) {
    if (error instanceof OutputClosed) return;
    if (!abort.signal.aborted) throw error;
    process.exitCode = SIGNALS[abort.signal.reason as keyof typeof SIGNALS];
  } finally {
    await Promise.all(workers.map((worker) => worker.dispose()));
    for (const signal of Object.keys(SIGNALS)) process.off(signal, interrupted);
    // Otherwise an open standard input would keep the process alive.
    process.stdin.destroy();
  }
}

/** Runs over the sources; undefined if an earlier run had finished everything. */
async function annotated(
  sources: readonly CountedSource[],
  workers: readonly WorkerExplainer[],
  options: AnnotateOptions,
  signal: AbortSignal,
): Promise<RunCounts | undefined> {
  const { to, resume, progress, quiet } = options;
  checkTerminal(to);
  const models = await workers[0].models();
  const question = questionOf(options, models);
  const reading = readOptionsOf(options);
  const file = resume === undefined ? undefined : new PartialFile(resume, asked(options, reading, question));
  if (await file?.isDone()) {
    process.stderr.write(`${resume} is already complete: there is nothing to do.\n`);
    return undefined;
  }
  const labels = labelsOf(models, [options.model]);
  const title = sources.map(({ name }) => basename(name) || 'Standard input').join(', ');
  const line = progress && new ProgressLine(sources);
  const resumed = await file?.start();
  if (resumed) process.stderr.write(`Continuing after row ${resumed.rows.toLocaleString('en')}.\n`);
  const started = performance.now();
  const collected = new SummaryCollector();
  let found: FileReading | undefined;
  const tellReading = tellOnce(quiet);
  const collector = isReport(to) ? new RowCollector(await partsOfSpeech(dictionary)) : undefined;
  const run: Run = {
    records: allRecords(sources, { ...reading, classes: labels, places: true }, sources.length > 1, (its) => {
      found ??= its;
      tellReading?.(its);
    }),
    workers,
    question,
    writer: collector ?? writerFor(to as Output, { labels, explained: question.explain, title }),
    sink: collector ? discardingSink : (file ?? standardOutput),
    resumed,
    signal,
    tell: (done, rows) => {
      rows.forEach((row) => collected.add(row));
      if (line) line.tell(done);
    },
  };
  try {
    const done = await annotateAll(run);
    await file?.finish();
    // Of what came through a pipe no overview could read anything again.
    if (resume !== undefined && to === 'ndjson' && sources.every(({ name }) => name !== '')) {
      const names = sources.map(({ name }) => name);
      const seconds = (performance.now() - started) / 1000;
      const summed = { ...done, ...collected.summary() };
      await writeRunRecord(resume, names, { reading, question, done: summed, found, seconds });
    }
    if (line) line.clear();
    if (collector && isReport(to))
      await writeReport(to, { data: { store: collector.store, reviews: NO_REVIEWS }, source: title }, options);
    return done;
  } finally {
    if (line) line.clear();
    await file?.stop();
  }
}

/** Says on standard error which models stand in for defaults that do not offer the method. */
function questionOf(
  { explain, model, language, faithfulness }: AnnotateOptions,
  models: readonly ModelSummary[],
): AnnotateQuestion {
  // The name is as typed; for a wrong one the explainer's error lists the right ones.
  const method = explain === 'none' || explain === 'default' ? undefined : (explain as Method);
  const question = { explain: explain !== 'none', method, model, language, faithfulness };
  if (method === undefined || model !== undefined) return question;
  const { model: others, notices } = modelsOffering(method, models);
  for (const [of, notice] of Object.entries(notices))
    if (language === undefined || language === of) process.stderr.write(`${notice}\n`);
  return { ...question, preferred: { model: others } };
}

/** Everything that changes the rows. A partial file of another question is not continued. */
function asked({ to }: AnnotateOptions, reading: object, question: AnnotateQuestion): string {
  return JSON.stringify({ format: ROW_FORMAT, to, reading, question });
}

/** Prints how files are read, for the first few of many. */
function tellOnce(quiet: true | undefined): ((reading: FileReading) => void) | undefined {
  let told = 0;
  if (quiet) return undefined;
  return (reading) => {
    told++;
    if (told <= TOLD) process.stderr.write(readingText(reading));
    else if (told === TOLD + 1) process.stderr.write('How the other files are read: saliency preview FILE.\n');
  };
}

function report({ rows, errors }: RunCounts, strict: true | undefined): void {
  const figure = (value: number) => `${value.toLocaleString('en')} ${value === 1 ? 'row' : 'rows'}`;
  const failed = errors === 0 ? '' : `; ${figure(errors)} could not be annotated`;
  if (strict && errors > 0) throw new SaliencyError(`${figure(rows)}${failed}.`, 'rows-failed');
  process.stderr.write(`${figure(rows)}${failed}.\n`);
}
