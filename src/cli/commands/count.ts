import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { countWords, planTrainingRows } from '../../training/cards/count-words';
import type { Row } from '../../training/rows/row';
import { dictionary } from '../input/dictionary';
import { labelKind, trainingRows } from '../../training/rows/record-rows';
import { labelledFiles } from '../input/labelled-files';
import { addReadOptions, readOptionsOf, type ReadArguments } from '../options/read-options';
import { filesOfModel } from '../options/model-folder';
import { plannedRows } from '../input/plan-files';
import { numberOption } from '../options/train-options';

interface CountOptions extends ReadArguments {
  readonly model: string;
  readonly data: readonly string[];
  readonly plan?: string;
  readonly splitSeed: number;
}

/** `saliency count --model FOLDER --data PATH…`. */
export function registerCount(program: Command): void {
  addReadOptions(program.command('count'))
    .description(
      'count in how many training texts of each label each word occurs, and add the counts to a model (counts.txt)',
    )
    .requiredOption('--model <folder>', 'the folder of a model; the file is added to it')
    .requiredOption('--data <path...>', 'the labelled rows it was trained on, or with --plan the folder of its files')
    .option('--plan <file>', 'the plan it was trained with; held-out rows do not count')
    .option('--split-seed <n>', 'the split seed of the training run', numberOption, 1)
    .action(run);
}

async function run(options: CountOptions): Promise<void> {
  const files = await countWords({
    name: basename(options.model),
    read: filesOfModel(options.model),
    rows: await rowsOf(options),
    dictionary,
  });
  for (const [name, bytes] of files) await writeFile(join(options.model, name), bytes);
  process.stderr.write(`written to ${options.model}: ${[...files.keys()].join(', ')}\n`);
}

async function rowsOf(options: CountOptions): Promise<Row[]> {
  const { plan, data, splitSeed, quiet } = options;
  if (plan !== undefined) return planTrainingRows(await plannedRows(plan, data[0]), splitSeed);
  const { rows, readings } = await labelledFiles(data, readOptionsOf(options), { half: 'train', quiet });
  return trainingRows(rows, labelKind(rows, readings), readings);
}
