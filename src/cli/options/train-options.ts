import { InvalidArgumentError, type Command } from 'commander';
import type { Truncation, Standardisation } from '../../shared/text-options';
import { TRUNCATIONS, STANDARDISATIONS } from '../../shared/text-options';
import { FIT_DEFAULTS } from '../../training/fit/fit-options';

/** What `saliency train` is told; commander's names. */
export interface TrainOptions {
  readonly architecture: string;
  readonly data: readonly string[];
  readonly out: string;
  readonly language?: 'zh' | 'en';
  readonly where: readonly string[];
  readonly textField: string;
  readonly labelField: string;
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
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
  readonly splitSeed?: number;
  readonly patience: number;
  readonly plateau: number;
  readonly monitor: 'accuracy' | 'loss' | 'score';
  readonly schedule: 'constant' | 'linear';
  readonly plan?: string;
  readonly words?: string;
  readonly start?: string;
  readonly clip: number;
  readonly weightDecay: number;
  readonly labelSmoothing: number;
  readonly wordDropout: number;
  readonly clauseShuffle: number;
  readonly averaging: number;
  readonly also: readonly string[];
  readonly unlabelled: readonly string[];
  readonly pretrainEpochs: number;
  readonly pretrainLearningRate: number;
  readonly pretrained?: string;
  readonly teacher: readonly string[];
  readonly ngramTeacher: boolean;
  readonly teacherShare: number;
  readonly workers: number;
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

/** The `train` command with all it can be told, without an action. */
export function trainCommand(program: Command): Command {
  const defaults = FIT_DEFAULTS;
  return program
    .command('train')
    .description('train a model on labelled texts and write it with its card; continues where a killed run stood')
    .requiredOption('--architecture <name>', 'which network; auto: as the rows ask for, with the reason')
    .requiredOption('--data <path...>', 'labelled rows: .jsonl, .csv, .tsv (also .gz), or an aclImdb folder')
    .requiredOption('--out <folder>', "the model's folder; its last part is the model's name")
    .option('--language <zh|en>', 'language of the texts (default: by their script)', oneOf('zh', 'en'))
    .option('--where <field=value...>', 'only rows with this value', [])
    .option('--text-field <name>', 'column of the text', 'text')
    .option('--label-field <name>', 'column of the label', 'label')
    .option(
      '--test <path...>',
      'rows that are only measured on; texts they share with the data are dropped from it',
      [],
    )
    .option('--exclude-text <text...>', 'drop rows with this text', [])
    .option('--exclude-shared <path...>', 'drop rows whose text is in these files', [])
    .option('--group-by <field...>', 'rows with the same value stay on one side of the split', ['pair', 'group'])
    .option('--validation-share <share>', 'share of the rows that decides when to stop', numberOption, 0.1)
    .option('--test-share <share>', 'share of the rows that is only measured on', numberOption, 0)
    .option('--config <json>', "the architecture's settings, where they differ from the published ones", json, {})
    .option('--length <words>', 'words of a text that are trained on', numberOption)
    .option(
      '--cut <first|last|ends>',
      'which words of a longer text: its first, its last, or both',
      oneOf(...TRUNCATIONS),
    )
    .option('--read-cut', 'the model reads only these words of any text, also when it is used')
    .option('--no-read-cut', 'the model reads whole texts, though its article did not')
    .option(
      '--standardisation <name>',
      `how words become tokens: ${STANDARDISATIONS.join(', ')}`,
      oneOf(...STANDARDISATIONS),
    )
    .option('--min-count <n>', 'rarer words are unknown', numberOption)
    .option('--max-words <n>', 'size of the vocabulary', numberOption)
    .option('--epochs <n>', '', numberOption, defaults.epochs)
    .option('--batch-size <n>', '', numberOption, defaults.batchSize)
    .option('--learning-rate <rate>', '', numberOption, defaults.learningRate)
    .option('--seed <n>', 'of weights, order and dropout', numberOption, defaults.seed)
    .option('--split-seed <n>', 'of the split into training, validation and test rows (default: 1)', numberOption)
    .option(
      '--patience <epochs>',
      'stop after so many epochs without a better one; 0: never',
      numberOption,
      defaults.patience,
    )
    .option('--plateau <epochs>', 'then divide the learning rate by √10; 0: never', numberOption, defaults.plateau)
    .option(
      '--monitor <accuracy|loss|score>',
      'what makes an epoch better; score: the mean over the sources of a plan',
      oneOf('accuracy', 'loss', 'score'),
      defaults.monitor,
    )
    .option('--schedule <constant|linear>', 'of the learning rate', oneOf('constant', 'linear'), defaults.schedule)
    .option('--plan <file>', 'several sources of rows in JSON; --data is then the folder of their files')
    .option('--words <file>', 'what `saliency pretrain` has written: words and weights to start from')
    .option('--start <folder>', 'a model whose words and weights to start from, with --plan')
    .option('--clip <norm>', 'largest norm of the gradients; 0: any', numberOption, defaults.clip)
    .option('--weight-decay <rate>', '', numberOption, defaults.weightDecay)
    .option('--label-smoothing <share>', '', numberOption, defaults.labelSmoothing)
    .option('--word-dropout <share>', 'words hidden in training', numberOption, defaults.wordDropout)
    .option(
      '--clause-shuffle <share>',
      'texts whose clauses change places in training',
      numberOption,
      defaults.clauseShuffle,
    )
    .option(
      '--averaging <decay>',
      'keep a moving average of the weights; 0: the last ones',
      numberOption,
      defaults.averaging,
    )
    .option('--also <path...>', 'more labelled rows, only to train on; those whose texts are held out are dropped', [])
    .option('--unlabelled <path...>', 'more texts, labelled or not, to learn words and their order from first', [])
    .option('--pretrain-epochs <n>', 'passes over these and the training texts; 0: none', numberOption, 0)
    .option('--pretrain-learning-rate <rate>', '', numberOption, 2e-3)
    .option('--teacher <folder...>', 'models whose mean judgement of these and the training texts is learnt too', [])
    .option('--ngram-teacher', 'a linear teacher on character n-grams beside them, fitted first', false)
    .option('--teacher-share <share>', 'of the target on labelled rows; the rest is the label', numberOption, 0.5)
    .option('--pretrained <file>', 'keeps what was learnt from them (default: FOLDER.pretrained)')
    .option('--workers <n>', 'threads that share each batch; as many as there are cores, at most', threads, 1)
    .option('--rounding-changes <share>', 'validation rows whose label smaller weights may change', numberOption)
    .option('--checkpoint <file>', 'where a killed run continues (default: FOLDER.checkpoint)')
    .option('--checkpoint-minutes <n>', 'between checkpoints', numberOption, 5)
    .option('--card-texts <file>', 'JSON with trainedOn, changes, notFor, licence for the card');
}
