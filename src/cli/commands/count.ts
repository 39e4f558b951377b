import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { countWords, planTrainingRows } from '../../training/cards/count-words';
import type { Row } from '../../training/rows/row';
import { jieba } from '../input/jieba';
import { rowsAt } from '../input/labelled-files';
import { filesOfModel } from '../options/model-folder';
import { plannedRows } from '../input/plan-files';
import { numberOption } from '../options/train-options';

interface CountOptions {
  readonly model: string;
  readonly data: readonly string[];
  readonly plan?: string;
  readonly textField: string;
  readonly labelField: string;
  readonly splitSeed: number;
}

/** `saliency count --model FOLDER --data PATH…`. */
export function registerCount(program: Command): void {
  program
    .command('count')
    .description('write counts.txt into the folder of a model: how many training texts of each label have each word')
    .requiredOption('--model <folder>', 'the folder of a model; the file is added to it')
    .requiredOption('--data <path...>', 'the labelled rows it was trained on, or with --plan the folder of its files')
    .option('--plan <file>', 'the plan it was trained with; held-out rows do not count')
    .option('--text-field <name>', 'column of the text', 'text')
    .option('--label-field <name>', 'column of the label', 'label')
    .option('--split-seed <n>', 'the split seed of the training run', numberOption, 1)
    .action(run);
}

async function run(options: CountOptions): Promise<void> {
  const files = await countWords({
    name: basename(options.model),
    read: filesOfModel(options.model),
    rows: await rowsOf(options),
    jieba,
  });
  for (const [name, bytes] of files) await writeFile(join(options.model, name), bytes);
  process.stderr.write(`written to ${options.model}: ${[...files.keys()].join(', ')}\n`);
}

async function rowsOf({ plan, data, textField, labelField, splitSeed }: CountOptions): Promise<Row[]> {
  if (plan !== undefined) return planTrainingRows(await plannedRows(plan, data[0]), splitSeed);
  const fields = { text: textField, label: labelField };
  return (await Promise.all(data.map((path) => rowsAt(path, fields, 'train')))).flat();
}
