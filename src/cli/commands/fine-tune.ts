import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { LocalFineTuner } from '../../engine/fine-tuning/local-fine-tuner';
import { nodeStore } from '../../engine/fine-tuning/node-store';
import { SaliencyError } from '../../shared/saliency-error';
import type {
  FineTuningOptions,
  FineTuningProgress,
  FineTuningRequest,
  FineTuningResult,
  FineTuningStart,
} from '../../shared/fine-tuning';
import { writeError } from '../../annotate/node/write-error';
import { refuseObstacles } from '../../training/fine-tuning/fine-tuning-plan';
import { rowFilter } from '../../training/rows/filter';
import { rowsOfRecords } from '../../training/fine-tuning/rows-of-records';
import { columnsOf, labelledFiles, textsAt } from '../input/labelled-files';
import { startGradientWorkerThread } from '../input/gradient-thread';
import { namedModel } from '../options/model-folder';
import { readOptionsOf } from '../options/read-options';
import type { TrainOptions } from '../options/train-options';
import { checkText, resultText, fineTuningLine } from '../output/fine-tuning-text';
import { requireFree } from '../output/model-folder';
import { write } from '../output/write';

/** What a run needs beside its request, so that it can be resumed by its folder alone. */
interface Typed {
  readonly start?: string;
}

const SCRATCH = 'scratch';
/** Milliseconds between two lines of progress. On a terminal the line is overwritten, elsewhere each line stays. */
const EVERY = { terminal: 300, elsewhere: 5_000 };

/** `saliency train --start M --data PATH… --out DIR`: fine-tunes a copy of a model; `--resume --out DIR` continues. */
export async function fineTuneCommand(options: TrainOptions, command: Command): Promise<void> {
  const out = options.out.replace(/[\\/]+$/, '');
  const run = `${out}.training`;
  const file = join(run, 'typed.json');
  if (options.resume && !existsSync(file)) {
    throw new SaliencyError(`There is no training to resume in ${run}.`, 'nothing-to-resume');
  }
  const typed: Typed = options.resume ? (JSON.parse(await readFile(file, 'utf8')) as Typed) : { start: options.start };
  const { name, files } = namedModel(typed.start === SCRATCH ? undefined : typed.start);
  const fineTuner = new LocalFineTuner({
    files,
    store: nodeStore,
    load: importNetworkPart,
    startGradientWorker: startGradientWorkerThread,
    memory: () => process.memoryUsage.rss(),
  });
  const abort = new AbortController();
  const stop = (): void => abort.abort(new SaliencyError(`The training was stopped. --resume --out ${out} goes on with it.`, 'cancelled')); // prettier-ignore
  process.once('SIGINT', stop);
  const line = new Line();
  try {
    let result: FineTuningResult;
    if (options.resume) result = await fineTuner.resume(run, line.tell, abort.signal);
    else {
      const start: FineTuningStart | undefined = typed.start === SCRATCH ? { kind: 'scratch', architecture: options.architecture } : name === undefined ? undefined : { kind: 'model', model: name }; // prettier-ignore
      await requireFree(out);
      const request = await requestOf(options, command, out, run, start);
      const check = await fineTuner.check(request);
      process.stderr.write(checkText(check));
      // Before anything is written, and before an earlier training is lost.
      refuseObstacles(check);
      if (existsSync(file)) process.stderr.write(`An earlier training in ${run} is discarded.\n`);
      await writable(run, async () => {
        await mkdir(run, { recursive: true });
        await writeFile(file, JSON.stringify(typed));
      });
      result = await fineTuner.run(request, line.tell, abort.signal);
    }
    line.clear();
    await rm(run, { recursive: true, force: true });
    await write(options.format === 'json' ? `${JSON.stringify(result)}\n` : resultText(result));
  } finally {
    line.clear();
    process.removeListener('SIGINT', stop);
  }
}

/** @throws SaliencyError `unwritable` */
async function writable(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw writeError(folder, error);
  }
}

async function requestOf(
  options: TrainOptions,
  command: Command,
  out: string,
  run: string,
  start: FineTuningStart | undefined,
): Promise<FineTuningRequest> {
  const given = await labelledFiles(options.data, readOptionsOf(options), { half: 'train', quiet: options.quiet });
  const { rows, withoutLabel, otherLanguages } = rowsOfRecords(
    given.rows.filter(rowFilter(options.where)),
    given.readings,
    { labels: options.labels },
  );
  if (rows.length === 0 && withoutLabel > 0) {
    throw new SaliencyError(`${given.name}: there is no column of labels: name it with --label-field. There are: ${columnsOf(given.readings)}.`, 'no-such-column'); // prettier-ignore
  }
  const left = withoutLabel + otherLanguages + given.damaged.length;
  if (left > 0) process.stderr.write(`${left} rows are left out: without a text or a label, or in other languages\n`);
  const unlabelled = await Promise.all(options.unlabelled.map((path) => textsAt(path, options.textField)));
  return {
    rows,
    source: given.name,
    ...(options.language && { language: options.language }),
    ...(start && { start }),
    name: basename(out),
    ...{ out, run },
    cores: isTyped(command, 'workers') ? options.workers : Math.min(2, availableParallelism()),
    options: typedOptions(options, command),
    ...(unlabelled.length > 0 && { unlabelled: unlabelled.flat().map((text, i) => ({ id: String(i + 1), text })) }),
  };
}

const isTyped = (command: Command, name: string): boolean => command.getOptionValueSource(name) === 'cli';

/** What was typed; the rest is chosen by the number of rows. */
function typedOptions(options: TrainOptions, command: Command): FineTuningOptions {
  const names = ['epochs', 'learningRate', 'batchSize', 'seed', 'replay'] as const;
  return Object.fromEntries(names.filter((name) => isTyped(command, name)).map((name) => [name, options[name]]));
}

/** Progress on standard error. */
class Line {
  private last = 0;
  private phase = '';

  readonly tell = (of: FineTuningProgress): void => {
    const now = performance.now();
    const { isTTY } = process.stderr;
    const phase = `${of.phase} ${of.fold?.at ?? ''}`;
    const isDue = now - this.last >= (isTTY ? EVERY.terminal : EVERY.elsewhere);
    if (!isDue && phase === this.phase) return;
    [this.last, this.phase] = [now, phase];
    process.stderr.write(isTTY ? `\r\x1b[K${fineTuningLine(of)}` : `${fineTuningLine(of)}\n`);
  };

  clear(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
