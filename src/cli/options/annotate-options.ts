import { InvalidArgumentError, Option, type Command } from 'commander';
import { ENCODINGS, type Encoding } from '../../records/encoding';
import { FORMATS, type Format } from '../../records/format';
import { UNITS, type TextUnit } from '../../records/readers/text';
import { OUTPUTS, type Output } from '../../annotate/writers/writer';
import { SaliencyError } from '../../shared/saliency-error';

export interface AnnotateOptions {
  readonly from?: Format;
  readonly textField?: string;
  readonly idField?: string;
  readonly labelField?: string;
  readonly groupField?: string;
  readonly record: TextUnit;
  readonly encoding?: Encoding;
  readonly to: Output;
  readonly model?: string;
  readonly language?: 'zh' | 'en';
  /** A method, `default` or `none`. */
  readonly explain: string;
  readonly faithfulness?: true;
  readonly workers: number;
  readonly resume?: string;
  readonly progress?: true;
  readonly strict?: true;
}

const HELP = `
Reads files one after the other, or standard input, and writes one row for each row that it read, in order. A row
without text or with damage becomes a row that has an "error" with its line; a count stands at the end on standard error.
Memory does not grow with the input.

  saliency annotate reviews.csv --to csv > annotated.csv
  zcat tweets.jsonl.gz | saliency annotate --from ndjson --text-field full_text --explain none | head
  saliency annotate big.ndjson --workers 4 --progress --resume big.annotated.ndjson

With --resume FILE, rows go to FILE.partial and FILE appears when all is done; after a crash, run the same command again.
Exit status: 0 done, 1 failed (with --strict also: some rows have an error), 2 wrong usage, 130 and 143 interrupted.`;

export function addAnnotateOptions(command: Command): Command {
  return command
    .description('annotate files or standard input, row by row')
    .argument('[file...]', 'texts (.txt, .md, .csv, .tsv, .json, .ndjson, also .gz); none: standard input')
    .addOption(new Option('--from <format>', 'what is read; left out: by name or content').choices(FORMATS))
    .option('--text-field <name>', 'column, number of a column, or dotted path of the text; left out: guessed')
    .option('--id-field <name>', "field of the row's own id; left out: guessed")
    .option('--label-field <name>', "field of the row's own label; left out: guessed")
    .option('--group-field <name>', "field of the row's category; left out: guessed")
    .addOption(new Option('--record <unit>', 'what one row of a plain text is').choices(UNITS).default('line'))
    .addOption(new Option('--encoding <name>', 'of the input; left out: found').choices(ENCODINGS))
    .addOption(new Option('--to <format>', 'what is written').choices(OUTPUTS).default('ndjson'))
    .option('--model <name>', "the model; left out: the default of each text's language")
    .addOption(
      new Option('--language <language>', 'read every text as this; left out: by its script').choices(['zh', 'en']),
    )
    .option('--explain <method>', 'the attribution method, or none for verdicts only', 'default')
    .option('--faithfulness', 'measure of each explanation how much its words matter: some hundred times slower')
    .option('--workers <n>', 'threads that compute; each loads the models once', workers, 1)
    .option('--resume <file>', 'write to this file, and go on where an earlier run of the same command ended')
    .option('--progress', 'say on standard error how far it is')
    .option('--strict', 'exit with status 1 if a row has an error')
    .addHelpText('after', HELP);
}

/** What is not about single options. @throws SaliencyError `usage` */
export function checkOptions(files: readonly string[], { resume, explain, faithfulness }: AnnotateOptions): void {
  if (faithfulness && explain === 'none') {
    throw new SaliencyError('--faithfulness measures explanations: it does not go with --explain none.', 'usage');
  }
  if (resume !== undefined && files.includes(resume)) {
    throw new SaliencyError('--resume names the file to write: it must not be one that is read.', 'usage');
  }
}

function workers(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 256) return number;
  throw new InvalidArgumentError('A whole number from 1 to 256.');
}
