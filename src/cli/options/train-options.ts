import { LANGUAGE_CODES, type Language } from '../../shared/languages';
import { InvalidArgumentError, type Command } from 'commander';
import type { Truncation, Standardisation } from '../../shared/text-options';
import { TRUNCATIONS, STANDARDISATIONS } from '../../shared/text-options';
import { addReadOptions, type ReadArguments } from './read-options';
import { FIT_DEFAULTS, type FitOptions } from '../../training/fit/fit-options';

/** The options of `saliency train`, as commander names them. */
export interface TrainOptions extends ReadArguments, FitOptions {
  readonly architecture?: string;
  readonly data: readonly string[];
  readonly out: string;
  readonly language?: Language;
  readonly where: readonly string[];
  readonly test: readonly string[];
  readonly excludeText: readonly string[];
  readonly excludeShared: readonly string[];
  readonly groupBy: readonly string[];
  readonly validationShare: number;
  readonly testShare: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly length?: number;
  readonly cut?: Truncation;
  readonly readCut?: boolean;
  readonly standardisation?: Standardisation;
  readonly minCount?: number;
  readonly maxWords?: number;
  readonly splitSeed?: number;
  readonly plan?: string;
  readonly words?: string;
  readonly start?: string;
  readonly resume?: true;
  readonly replay?: number;
  readonly format: 'table' | 'json';
  readonly also: readonly string[];
  readonly unlabelled: readonly string[];
  readonly pretrainEpochs: number;
  readonly pretrainLearningRate: number;
  readonly pretrained?: string;
  readonly teacher: readonly string[];
  readonly ngramTeacher: boolean;
  readonly teacherShare: number;
  readonly workers: number;
  readonly keep: number;
  readonly roundingChanges?: number;
  readonly checkpoint?: string;
  readonly checkpointMinutes: number;
  readonly cardTexts?: string;
}

export const numberOption = (value: string): number => {
  const parsed = Number(value);
  if (value.trim() === '' || !Number.isFinite(parsed)) throw new InvalidArgumentError('It must be a number.');
  return parsed;
};

/** @param least the smallest number that makes sense */
const wholeOption =
  (least: number) =>
  (value: string): number => {
    const parsed = numberOption(value);
    if (!Number.isSafeInteger(parsed) || parsed < least)
      throw new InvalidArgumentError(`It must be a whole number from ${least} on.`);
    return parsed;
  };

const positiveOption = (value: string): number => {
  const parsed = numberOption(value);
  if (parsed <= 0) throw new InvalidArgumentError('It must be more than 0.');
  return parsed;
};

const notNegativeOption = (value: string): number => {
  const parsed = numberOption(value);
  if (parsed < 0) throw new InvalidArgumentError('It must be 0 or more.');
  return parsed;
};

const shareOption = (value: string): number => {
  const share = numberOption(value);
  if (share < 0 || share > 1) throw new InvalidArgumentError('It must be 0 to 1.');
  return share;
};

const threads = (value: string): number => {
  const count = numberOption(value);
  if (!Number.isInteger(count) || count < 1 || count > 64) throw new InvalidArgumentError('It must be 1 to 64.');
  return count;
};

const oneOf =
  (...allowed: readonly string[]) =>
  (value: string): string => {
    if (!allowed.includes(value)) throw new InvalidArgumentError(`It must be one of ${allowed.join(', ')}.`);
    return value;
  };

export const json = (value: string): unknown => {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new InvalidArgumentError('It must be JSON.');
  }
};

const HELP = `
To adapt a model to rows of your own, three options are enough. Unless you say otherwise, epochs, batch size, learning rate and
cores are then chosen by the number of rows, not by the defaults above. docs/fine-tuning.md has the rest.

  saliency train --start en --data tickets.csv --out ./models/en-tickets
  saliency train --resume --out ./models/en-tickets
  saliency train --start scratch --data requests.csv --out ./models/requests

To train a network from scratch with all options:

  saliency train --architecture auto --data reviews.csv --test-share 0.1 --out ./models/reviews
  saliency explore --data reviews.csv`;

/** The `train` command with all its options, without an action. */
export function trainCommand(program: Command): Command {
  const defaults = FIT_DEFAULTS;
  return addReadOptions(program.command('train'))
    .description('train a model on labelled texts, or fine-tune a copy of one; a run that was killed can be continued')
    .option('--architecture <name>', 'the network; auto: one that suits the rows, with the reason')
    .option('--data <path...>', 'files or folders of labelled texts (docs/files.md)', [])
    .requiredOption('--out <folder>', "the model's folder; its last part is the model's name")
    .option('--language <zh|en>', 'language of the texts (default: by their script)', oneOf(...LANGUAGE_CODES))
    .option('--where <field=value...>', 'only rows with this value', [])
    .option('--test <path...>', 'held-out rows; texts that they share with the data are removed from the data', [])
    .option('--exclude-text <text...>', 'remove rows with this text', [])
    .option('--exclude-shared <path...>', 'remove rows whose text is in these files', [])
    .option('--group-by <field...>', 'rows with the same value stay on one side of the split', ['pair', 'group'])
    .option(
      '--validation-share <share>',
      'share of the rows for validation: they decide when to stop',
      shareOption,
      0.1,
    )
    .option('--test-share <share>', 'share of the rows that is held out', shareOption, 0)
    .option('--config <json>', "the architecture's settings that differ from the published ones", json, {})
    .option('--length <words>', 'number of words of a text that are trained on', wholeOption(1))
    .option(
      '--cut <first|last|ends>',
      'which words of a longer text: its first, its last, or some of both',
      oneOf(...TRUNCATIONS),
    )
    .option('--read-cut', 'in use, too, the model reads only these words of a text')
    .option('--no-read-cut', 'in use, the model reads whole texts, even if the published one did not')
    .option(
      '--standardisation <name>',
      `how words become tokens: ${STANDARDISATIONS.join(', ')}`,
      oneOf(...STANDARDISATIONS),
    )
    .option('--min-count <n>', 'rarer words are out of vocabulary', wholeOption(1))
    .option('--max-words <n>', 'size of the vocabulary', wholeOption(1))
    .option('--epochs <n>', 'largest number of epochs', wholeOption(1), defaults.epochs)
    .option('--batch-size <n>', 'rows in a batch', wholeOption(1), defaults.batchSize)
    .option('--learning-rate <rate>', 'learning rate of Adam', positiveOption, defaults.learningRate)
    .option('--seed <n>', 'seed of weights, order and dropout', wholeOption(0), defaults.seed)
    .option(
      '--split-seed <n>',
      'seed of the split into training, validation and test rows (default: 1)',
      wholeOption(0),
    )
    .option(
      '--patience <epochs>',
      'stop after this many epochs without an improvement; 0: never',
      wholeOption(0),
      defaults.patience,
    )
    .option(
      '--plateau <epochs>',
      'divide the learning rate by √10 after this many epochs without an improvement; 0: never',
      wholeOption(0),
      defaults.plateau,
    )
    .option(
      '--monitor <accuracy|loss|score>',
      'what counts as an improvement; score: the mean over the sources of a plan',
      oneOf('accuracy', 'loss', 'score'),
      defaults.monitor,
    )
    .option(
      '--schedule <constant|linear>',
      'the learning rate stays, or falls linearly to 0',
      oneOf('constant', 'linear'),
      defaults.schedule,
    )
    .option(
      '--plan <file>',
      'JSON file that describes several sources of rows; --data is then the folder of their files',
    )
    .option('--words <file>', 'a file of `saliency pretrain`: words and weights to start from')
    .option(
      '--start <name|folder>',
      'fine-tune a copy of this model on the rows; scratch: train a new one on the rows alone (docs/fine-tuning.md). With --plan: a folder',
    )
    .option(
      '--keep <share>',
      'with --plan and --start: how much of the model’s weights is kept, 0 to 1; the rest is drawn anew (shrink and perturb)',
      shareOption,
      1,
    )
    .option('--resume', 'continue a fine-tuning that was interrupted; needs only --out')
    .option(
      '--replay <texts>',
      'when fine-tuning: general texts that are replayed for each row in an epoch; 0: none',
      notNegativeOption,
    )
    .option('--format <table|json>', 'when fine-tuning: how the result is printed', oneOf('table', 'json'), 'table')
    .option('--clip <norm>', 'largest global norm of the gradients; 0: no clipping', notNegativeOption, defaults.clip)
    .option('--weight-decay <rate>', 'decoupled weight decay', notNegativeOption, defaults.weightDecay)
    .option('--label-smoothing <share>', 'share of the target for all labels', shareOption, defaults.labelSmoothing)
    .option(
      '--rationale-weight <weight>',
      'weight of the loss that draws attention to underlined words, in sources with "rationales"',
      numberOption,
      defaults.rationaleWeight,
    )
    .option('--word-dropout <share>', 'share of the words hidden in training', shareOption, defaults.wordDropout)
    .option(
      '--clause-shuffle <share>',
      'share of the texts whose clauses are shuffled in training',
      shareOption,
      defaults.clauseShuffle,
    )
    .option(
      '--averaging <decay>',
      'decay of a moving average of the weights, which is kept; 0: keep the last weights',
      numberOption,
      defaults.averaging,
    )
    .option('--also <path...>', 'labelled rows that are only trained on; held-out texts are removed', [])
    .option('--unlabelled <path...>', 'texts to pre-train on, with or without labels', [])
    .option(
      '--pretrain-epochs <n>',
      'epochs of pre-training on these and the training texts; 0: none',
      wholeOption(0),
      0,
    )
    .option('--pretrain-learning-rate <rate>', 'learning rate of pre-training', positiveOption, 2e-3)
    .option('--teacher <folder...>', 'models whose soft labels are trained on too (knowledge distillation)', [])
    .option('--ngram-teacher', 'adds a linear teacher on character n-grams, which is fitted first', false)
    .option('--teacher-share <share>', 'share of the soft label in the target of labelled rows', shareOption, 0.5)
    .option('--pretrained <file>', 'stores the result of pre-training (default: FOLDER.pretrained)')
    .option(
      '--workers <n>',
      'threads that share each batch; at most the number of cores (when fine-tuning: 2)',
      threads,
      1,
    )
    .option(
      '--rounding-changes <share>',
      'share of validation rows whose label smaller weights may change',
      numberOption,
    )
    .option('--checkpoint <file>', 'stores the state of the run, to continue it (default: FOLDER.checkpoint)')
    .option('--checkpoint-minutes <n>', 'minutes between checkpoints', notNegativeOption, 5)
    .option('--card-texts <file>', 'JSON with trainedOn, changes, notFor, licence, defaultMethod for the model card')
    .addHelpText('after', HELP);
}
