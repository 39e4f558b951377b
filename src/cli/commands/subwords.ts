import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { addSubwords } from '../../training/subwords/add-subwords';
import { SUBWORD_DEFAULTS, type SubwordOptions } from '../../training/subwords/fit-subwords';
import { filesOfModel } from '../options/model-folder';
import { numberOption } from '../options/train-options';

interface SubwordsOptions extends SubwordOptions {
  readonly model: string;
}

/** `saliency subwords --model FOLDER`. */
export function registerSubwords(program: Command): void {
  program
    .command('subwords')
    .description('let a recurrent model of yours read words outside its vocabulary by their parts')
    .requiredOption('--model <folder>', 'the folder of a model; its files are completed')
    .option('--buckets <n>', 'vectors that the parts share', numberOption, SUBWORD_DEFAULTS.buckets)
    .option('--epochs <n>', 'number of epochs', numberOption, SUBWORD_DEFAULTS.epochs)
    .option('--learning-rate <rate>', 'learning rate', numberOption, SUBWORD_DEFAULTS.learningRate)
    .option(
      '--decay <share>',
      'how strongly parts are drawn to the mean of all words',
      numberOption,
      SUBWORD_DEFAULTS.decay,
    )
    .option('--seed <n>', 'seed of the vectors and of the order', numberOption, SUBWORD_DEFAULTS.seed)
    .action(run);
}

async function run({ model, buckets, epochs, learningRate, decay, seed }: SubwordsOptions): Promise<void> {
  const files = await addSubwords({
    name: basename(model),
    read: filesOfModel(model),
    options: { buckets, epochs, learningRate, decay, seed },
    say: (line) => process.stderr.write(`${line}\n`),
  });
  for (const [name, bytes] of files) await writeFile(join(model, name), bytes);
}
