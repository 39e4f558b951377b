import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { pretrainPlan } from '../../training/pretraining/pretrain-plan';
import { dictionary } from '../input/dictionary';
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
    .description('pre-train word vectors and a first layer (next-word prediction), for `saliency train --words`')
    .requiredOption('--plan <file>', 'JSON file that describes the sources of texts')
    .requiredOption('--data <folder>', 'the folder of their files')
    .requiredOption('--out <file>', 'the file to write')
    .requiredOption('--architecture <name>', 'the network whose word vectors and lowest layer are pre-trained')
    .option('--config <json>', "the architecture's settings that differ from the published ones", json, {})
    .option('--min-count <n>', 'rarer words are out of vocabulary', numberOption, 3)
    .option('--max-words <n>', 'size of the vocabulary', numberOption, 28_000)
    .option('--length <words>', 'longer texts are cut into pieces of at most this many words', numberOption, 80)
    .option('--epochs <n>', 'number of epochs', numberOption, 1)
    .option('--batch-size <n>', 'texts in a batch', numberOption, 64)
    .option('--learning-rate <rate>', 'learning rate at the start; it falls linearly to 0', numberOption, 2e-3)
    .option('--negatives <n>', 'negative samples: words drawn for each batch', numberOption, 256)
    .option('--seed <n>', 'seed of weights, order and dropout', numberOption, 1)
    .action(run);
}

async function run(options: PretrainOptions): Promise<void> {
  const { architecture, config, minCount, maxWords, length } = options;
  const { epochs, batchSize, learningRate, negatives, seed } = options;
  const planned = await plannedRows(options.plan, options.data);
  await startedNetworks(resources(), importNetworkPart);
  const file = await pretrainPlan({
    planned,
    ...{ architecture, config, minCount, maxWords, length },
    options: { epochs, batchSize, learningRate, negatives, seed, clip: 5 },
    dictionary,
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, file);
}
