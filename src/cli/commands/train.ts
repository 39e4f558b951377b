import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import type { CheckpointStorage } from '../../training/fit/checkpoint';
import type { FitOptions } from '../../training/fit/fit-options';
import { rowFilter } from '../../training/rows/filter';
import type { CardTexts } from '../../training/training-request';
import { trainSources } from '../../training/train-sources';
import { trainRows, type NamedRows, type TeacherModels, type WordLearning } from '../../training/train-rows';
import { dictionary } from '../input/dictionary';
import { labelledFiles, plannedRowsAt, textsAt, type LabelledFiles } from '../input/labelled-files';
import type { AclImdbHalf } from '../input/sources';
import { readOptionsOf } from '../options/read-options';
import { labelKind, trainingRows } from '../../training/rows/record-rows';
import { startGradientWorkerThread } from '../input/gradient-thread';
import { plannedRows } from '../input/plan-files';
import { fineTuneCommand } from './fine-tune';
import { SaliencyError } from '../../shared/saliency-error';
import { resources } from '../input/resources';
import { writeModelTo } from '../output/model-folder';
import { trainCommand, type TrainOptions } from '../options/train-options';

/** `saliency train --architecture A --data PATH… --out DIR`, or `--start M` for fine-tuning a copy of a model. */
export function registerTrain(program: Command): void {
  trainCommand(program).action(async (options: TrainOptions, command: Command) => {
    const fineTunes = options.resume === true || (options.start !== undefined && options.plan === undefined);
    if (options.data.length === 0 && !options.resume)
      throw new SaliencyError('Name the labelled rows with --data.', 'usage');
    await (fineTunes ? fineTuneCommand(options, command) : run(options, namedArchitecture(options)));
  });
}

/** The architecture, which must be named. @throws SaliencyError `usage` where it is not */
function namedArchitecture({ architecture }: TrainOptions): string {
  if (architecture !== undefined) return architecture;
  throw new SaliencyError(
    'Name what to train: --start MODEL fine-tunes a copy of a model on the rows, --architecture NAME trains one from scratch.',
    'usage',
  );
}

async function run(options: TrainOptions, architecture: string): Promise<void> {
  const out = options.out.replace(/[\\/]+$/, '');
  const checkpoint = options.checkpoint ?? `${out}.checkpoint`;
  const files =
    options.plan === undefined
      ? await ofRows(options, architecture, out, checkpoint)
      : await ofPlan(options, architecture, options.plan, out, checkpoint);
  await writeModelTo(out, files);
  await rm(checkpoint, { force: true });
  say(`written to ${out}`);
}

async function ofRows(
  options: TrainOptions,
  architecture: string,
  out: string,
  checkpoint: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = (paths: readonly string[], half: AclImdbHalf) =>
    labelledFiles(paths, readOptionsOf(options), { half, quiet: options.quiet });
  const given = await read(options.data, 'train');
  const wanted = given.rows.filter(rowFilter(options.where));
  const kind = labelKind(wanted, given.readings, options.labels !== undefined);
  const rowsIn = ({ rows, readings }: LabelledFiles) => trainingRows(rows, kind, readings);
  const data: NamedRows = { name: given.name, rows: trainingRows(wanted, kind, given.readings) };
  if (given.damaged.length > 0) say(`${given.damaged.length} rows are left out: they are damaged, or have no text`);
  const shared = await read(options.excludeShared, 'test');
  const [also, test] = [await read(options.also, 'train'), await read(options.test, 'test')];
  const {
    validationShare,
    testShare,
    groupBy,
    splitSeed = 1,
    language,
    minCount,
    maxWords,
    length,
    cut,
    readCut,
    standardisation,
  } = options;
  await startedNetworks(resources(), importNetworkPart);
  return trainRows({
    name: basename(out),
    architecture,
    config: options.config,
    data,
    also: rowsIn(also),
    test: { name: test.name, rows: rowsIn(test) },
    exclude: [...options.excludeText, ...shared.rows.map(({ text }) => text)],
    split: { validationShare, testShare, groupBy, seed: splitSeed },
    ...{ language, minCount, maxWords, length, cut, readsCut: readCut, standardisation },
    options: fitOptions(options),
    roundingChanges: options.roundingChanges,
    card: await cardTexts(options, [{ name: data.name, rows: data.rows.length, ...filtered(options) }]),
    unlabelled: await unlabelled(options),
    pretraining: wordLearning(options, out),
    words: options.words === undefined ? undefined : await readFile(options.words),
    teachers: teachers(options),
    storage: fileStorage(checkpoint),
    checkpointMinutes: options.checkpointMinutes,
    dictionary,
    say,
  });
}

async function ofPlan(
  options: TrainOptions,
  architecture: string,
  plan: string,
  out: string,
  checkpoint: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { splitSeed = 1, minCount, maxWords, length, cut, readCut, standardisation, words, start } = options;
  const planned = await plannedRows(plan, options.data[0]);
  await startedNetworks(resources(), importNetworkPart);
  const label = options.labelField ?? 'label';
  const tests = options.test.map(async (path) => ({ name: basename(path), rows: await plannedRowsAt(path, label) }));
  const named = planned.plan.sources.map(({ name }, i) => ({ name, rows: planned.rows[i].length }));
  return trainSources({
    name: basename(out),
    architecture,
    config: options.config,
    planned,
    splitSeed,
    ...{ minCount, maxWords, length, cut, readsCut: readCut, standardisation },
    options: fitOptions(options),
    roundingChanges: options.roundingChanges,
    card: await cardTexts(options, named),
    tests: await Promise.all(tests),
    words: words === undefined ? undefined : await readFile(words),
    start: start === undefined ? undefined : modelIn(start),
    keep: options.keep,
    teachers: teachers(options),
    storage: fileStorage(checkpoint),
    checkpointMinutes: options.checkpointMinutes,
    startGradientWorkers: () => Array.from({ length: options.workers - 1 }, startGradientWorkerThread),
    dictionary,
    say,
  });
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function fitOptions(options: TrainOptions): FitOptions {
  const { epochs, batchSize, learningRate, seed, patience, plateau, monitor, schedule, clip } = options;
  const { weightDecay, labelSmoothing, rationaleWeight, wordDropout, clauseShuffle, averaging } = options;
  const steps = { epochs, batchSize, learningRate, seed, patience, plateau, monitor, schedule, clip };
  return { ...steps, weightDecay, labelSmoothing, rationaleWeight, wordDropout, clauseShuffle, averaging };
}

async function unlabelled({ unlabelled: paths, textField }: TrainOptions): Promise<string[]> {
  return (await Promise.all(paths.map((path) => textsAt(path, textField)))).flat();
}

/** The options of pre-training; undefined if it was not asked for. */
function wordLearning(options: TrainOptions, out: string): WordLearning | undefined {
  const { pretrainEpochs: epochs, pretrainLearningRate: learningRate, seed } = options;
  if (epochs === 0) return undefined;
  return {
    options: { epochs, learningRate, batchSize: 64, seed, negatives: 512, clip: 5 },
    storage: fileStorage(options.pretrained ?? `${out}.pretrained`),
  };
}

function teachers({ teacher, ngramTeacher: ngrams, teacherShare: share }: TrainOptions): TeacherModels | undefined {
  if (teacher.length === 0 && !ngrams) return undefined;
  return { models: teacher.map(modelIn), ngrams, share };
}

const filtered = ({ where }: TrainOptions): { filter?: string } =>
  where.length > 0 ? { filter: where.join(', ') } : {};

const modelIn = (folder: string) => ({
  name: basename(folder),
  read: (file: string) => readFile(join(folder, file)),
});

/** The texts of the model card, from a file if one is given. */
async function cardTexts(options: TrainOptions, trainedOn: CardTexts['trainedOn']): Promise<CardTexts> {
  const texts: CardTexts = { trainedOn, changes: [], notFor: [], licence: [] };
  if (!options.cardTexts) return texts;
  return { ...texts, ...(JSON.parse(await readFile(options.cardTexts, 'utf8')) as Partial<CardTexts>) };
}

/** A checkpoint file that is replaced as a whole: if the process is killed while writing, the earlier one stays. */
function fileStorage(path: string): CheckpointStorage {
  return {
    load: () => readFile(path).catch(() => undefined),
    save: async (bytes) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.partial`, bytes);
      await rename(`${path}.partial`, path);
    },
  };
}
