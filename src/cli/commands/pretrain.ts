import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { startedBackend } from '../../engine/local/backend';
import { pretrainPlan } from '../../training/pretraining/pretrain-plan';
import { jieba } from '../input/jieba';
import { plannedRows } from '../input/plan-files';
import { resources } from '../input/resources';
import { json, numberOption } from '../options/train-options';

interface PretrainOptions {
  readonly plan: string;
  readonly data: string;
  readonly out: string;
  readonly architecture: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly minCount: number;
  readonly maxWords: number;
  readonly length: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly negatives: number;
  readonly seed: number;
}

/** `saliency pretrain --plan FILE --data DIR --out FILE`. */
export function registerPretrain(program: Command): void {
  program
    .command('pretrain')
    .description('learn words and their order from all texts of a plan, for `saliency train --words` to start from')
    .requiredOption('--plan <file>', 'sources of rows in JSON')
    .requiredOption('--data <folder>', 'where their files stand')
    .requiredOption('--out <file>', 'takes the words')
    .requiredOption('--architecture <name>', 'whose word vectors and lowest layer learn')
    .option('--config <json>', "the architecture's settings, where they differ from the published ones", json, {})
    .option('--min-count <n>', 'rarer words are unknown', numberOption, 3)
    .option('--max-words <n>', 'size of the vocabulary', numberOption, 28_000)
    .option('--length <words>', 'longer texts are cut into pieces of at most so many', numberOption, 80)
    .option('--epochs <n>', 'passes over the texts', numberOption, 1)
    .option('--batch-size <n>', '', numberOption, 64)
    .option('--learning-rate <rate>', 'falls to nothing over the run', numberOption, 2e-3)
    .option('--negatives <n>', 'words drawn a batch that the right one is told from', numberOption, 256)
    .option('--seed <n>', '', numberOption, 1)
    .action(run);
}

async function run(options: PretrainOptions): Promise<void> {
  const { architecture, config, minCount, maxWords, length } = options;
  const { epochs, batchSize, learningRate, negatives, seed } = options;
  const planned = await plannedRows(options.plan, options.data);
  await startedBackend(resources());
  const file = await pretrainPlan({
    planned,
    ...{ architecture, config, minCount, maxWords, length },
    options: { epochs, batchSize, learningRate, negatives, seed, clip: 5 },
    jieba,
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, file);
}
