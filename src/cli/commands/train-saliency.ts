import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { parseHeldTexts } from '../../training/rows/held-texts';
import { HELD_OUT } from '../../training/rationales/marked-rows';
import { trainSaliency } from '../../training/rationales/train-saliency';
import { dictionary } from '../input/dictionary';
import { labelKind, trainingRows } from '../../training/rows/record-rows';
import { labelledFiles } from '../input/labelled-files';
import { addReadOptions, readOptionsOf, type ReadArguments } from '../options/read-options';
import { resources } from '../input/resources';
import { numberOption } from '../options/train-options';

interface SaliencyOptions extends ReadArguments {
  readonly model: string;
  readonly data: readonly string[];
  readonly validationShare: number;
  readonly testShare: number;
  readonly heldOut?: string;
  readonly length: number;
  readonly hidden: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly seed: number;
}

/** `saliency train-saliency --model FOLDER --data PATH…`. */
export function registerTrainSaliency(program: Command): void {
  addReadOptions(program.command('train-saliency'))
    .description('train a rationale head on words that people underlined; adds the methods "learned…" to a model')
    .requiredOption('--model <folder>', 'the folder of a recurrent model; the head is added to it')
    .requiredOption(
      '--data <path...>',
      'rows with rationale, spans, words or pair, one kind a file; data/everyday/*.sentences.tsv, too',
    )
    .option(
      '--validation-share <share>',
      'share of the texts for validation: they choose the epoch',
      numberOption,
      HELD_OUT.validation,
    )
    .option('--test-share <share>', 'share of the texts that is held out', numberOption, HELD_OUT.test)
    .option(
      '--held-out <file>',
      'a list of rows that the model was not trained on, as plans have: the head is not, either',
    )
    .option('--length <words>', 'number of words of a text that are trained on', numberOption, 400)
    .option('--hidden <units>', 'hidden units of the head', numberOption, 32)
    .option('--epochs <n>', 'number of epochs', numberOption, 4)
    .option('--learning-rate <rate>', 'learning rate of Adam', numberOption, 1e-3)
    .option('--seed <n>', 'seed of the split, the weights and the order', numberOption, HELD_OUT.seed)
    .action(run);
}

async function run(options: SaliencyOptions): Promise<void> {
  const sources = await Promise.all(
    options.data.map(async (path) => {
      const { rows, readings } = await labelledFiles([path], readOptionsOf(options), {
        half: 'train',
        quiet: options.quiet,
      });
      return { name: basename(path), rows: trainingRows(rows, labelKind(rows, readings), readings) };
    }),
  );
  await startedNetworks(resources(), importNetworkPart);
  const files = await trainSaliency({
    name: basename(options.model),
    read: (file) => readFile(join(options.model, file)),
    sources,
    heldOut: { validation: options.validationShare, test: options.testShare },
    held:
      options.heldOut === undefined
        ? undefined
        : parseHeldTexts(await readFile(options.heldOut, 'utf8'), options.heldOut),
    length: options.length,
    options: {
      ...{ hidden: options.hidden, epochs: options.epochs, learningRate: options.learningRate, seed: options.seed },
      ...{ batchWords: 2048, weightDecay: 0.01 },
    },
    dictionary,
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  for (const [name, bytes] of files) await writeFile(join(options.model, name), bytes);
}
