import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import { startedBackend } from '../engine/backend';
import type { CheckpointStorage } from '../training/checkpoint';
import type { FitOptions } from '../training/fit-options';
import { rowFilter } from '../training/rows/filter';
import type { Row } from '../training/rows/row';
import type { CardTexts } from '../training/train-model';
import { trainRows, type NamedRows, type Teachers, type UnlabelledTexts } from '../training/train-rows';
import { jieba } from './jieba';
import { rowsAt, textsAt, type Half } from './labelled-files';
import { startPartnerThread } from './partner-thread';
import { resources } from './resources';
import { trainCommand, type TrainOptions } from './train-options';

/** `saliency train --architecture A --data PATH… --out DIR`. */
export function registerTrain(program: Command): void {
  trainCommand(program).action(run);
}

async function run(options: TrainOptions): Promise<void> {
  const fields = { text: options.textField, label: options.labelField };
  const named = async (paths: readonly string[], half: Half): Promise<NamedRows> => ({
    name: paths.map((path) => basename(path)).join(' + '),
    rows: (await Promise.all(paths.map((path) => rowsAt(path, fields, half)))).flat(),
  });
  const given = await named(options.data, 'train');
  const data = { ...given, rows: given.rows.filter(rowFilter(options.where)) };
  const shared = await named(options.excludeShared, 'test');
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
  const out = options.out.replace(/[\\/]+$/, '');
  const checkpoint = options.checkpoint ?? `${out}.checkpoint`;
  await startedBackend(resources());
  const files = await trainRows({
    name: basename(out),
    architecture: options.architecture,
    config: options.config,
    data,
    also: (await named(options.also, 'train')).rows,
    test: await named(options.test, 'test'),
    exclude: [...options.excludeText, ...shared.rows.map(({ text }) => text)],
    split: { validationShare, testShare, groupBy, seed: splitSeed },
    ...{ language, minCount, maxWords, length, cut, readsCut: readCut, standardisation },
    options: fitOptions(options),
    card: await cardTexts(options, data),
    pretraining: await unlabelled(options, out),
    teachers: teachers(options),
    storage: fileStorage(checkpoint),
    checkpointMinutes: options.checkpointMinutes,
    startPartners: () => Array.from({ length: options.workers - 1 }, startPartnerThread),
    jieba,
    say,
  });
  await mkdir(out, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(out, name), bytes);
  await rm(checkpoint, { force: true });
  say(`written to ${out}`);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function fitOptions(options: TrainOptions): FitOptions {
  const { epochs, batchSize, learningRate, seed, patience, plateau, monitor, clip } = options;
  const { weightDecay, labelSmoothing, wordDropout, clauseShuffle, averaging } = options;
  const steps = { epochs, batchSize, learningRate, seed, patience, plateau, monitor, clip };
  return { ...steps, weightDecay, labelSmoothing, wordDropout, clauseShuffle, averaging };
}

/** The texts to learn words from, and how; nothing where that is not asked for. */
async function unlabelled(options: TrainOptions, out: string): Promise<UnlabelledTexts | undefined> {
  const { pretrainEpochs: epochs, pretrainLearningRate: learningRate, seed } = options;
  if (epochs === 0 && options.teacher.length === 0 && !options.ngramTeacher) return undefined;
  const texts = await Promise.all(options.unlabelled.map((path) => textsAt(path, options.textField)));
  return {
    texts: texts.flat(),
    options: { epochs, learningRate, batchSize: 64, seed, negatives: 512, clip: 5 },
    storage: fileStorage(options.pretrained ?? `${out}.pretrained`),
  };
}

function teachers({ teacher, ngramTeacher: ngrams, teacherShare: share }: TrainOptions): Teachers | undefined {
  if (teacher.length === 0 && !ngrams) return undefined;
  const models = teacher.map((folder) => ({
    name: basename(folder),
    read: (file: string) => readFile(join(folder, file)),
  }));
  return { models, ngrams, share };
}

/** What the card says beside figures: from a file where one is given. */
async function cardTexts(options: TrainOptions, data: { name: string; rows: readonly Row[] }): Promise<CardTexts> {
  const filter = options.where.length > 0 ? { filter: options.where.join(', ') } : {};
  const trainedOn = [{ name: data.name, rows: data.rows.length, ...filter }];
  const texts: CardTexts = { trainedOn, changes: [], notFor: [], licence: [] };
  if (!options.cardTexts) return texts;
  return { ...texts, ...(JSON.parse(await readFile(options.cardTexts, 'utf8')) as Partial<CardTexts>) };
}

/** A file that is replaced as a whole, so that a kill while writing leaves the one before. */
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
