import { LANGUAGE_CODES, type Language } from '../../shared/languages';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { OUTPUTS, type Output } from '../../annotate/writers/writer';
import { SaliencyError } from '../../shared/saliency-error';
import { addReadOptions, type ReadArguments } from './read-options';
import { addReportOptions, isReport, REPORTS, type ReportArguments, type ReportFormat } from './report-options';

export interface AnnotateOptions extends ReadArguments, ReportArguments {
  readonly to: Output | ReportFormat;
  readonly model?: string;
  readonly language?: Language;
  /** A method, `default` or `none`. */
  readonly explain: string;
  readonly faithfulness?: true;
  readonly workers: number;
  readonly resume?: string;
  readonly progress?: true;
  readonly strict?: true;
}

const HELP = `
Reads files one after the other, or standard input, and writes one row for each row, in order. A damaged row, or one without
a text, becomes a row with an "error" that names its line. The number of rows is printed on standard error at the end.
Memory does not grow with the input, but for --to report, xlsx and markdown, which are made of all rows together.

  saliency annotate reviews.csv --to csv > annotated.csv
  saliency annotate reviews.csv --to report > report.html
  zcat tweets.jsonl.gz | saliency annotate --from ndjson --text-field full_text --explain none | head
  saliency annotate big.ndjson --workers 4 --progress --resume big.annotated.ndjson

With --resume FILE, rows are written to FILE.partial, and FILE appears when everything is done. After a crash, run the same
command again. How they were made stands beside them (reviews.saliency.run.json), so that the editor's overview can run it again.
Exit status: 0 done, 1 failed (with --strict also: some rows have an error), 2 wrong usage, 130 and 143 interrupted.`;

export function addAnnotateOptions(command: Command): Command {
  return addReportOptions(addReadOptions(command))
    .description('annotate files or standard input, row by row')
    .argument(
      '[file...]',
      'files or folders of texts, tables, workbooks, exports (docs/files.md); none: standard input',
    )
    .addOption(new Option('--to <format>', 'format of the output').choices([...OUTPUTS, ...REPORTS]).default('ndjson'))
    .option('--model <name|folder>', "the model (default: that of each text's language)")
    .addOption(
      new Option('--language <language>', 'language of all texts (default: by the script of each text)').choices(
        LANGUAGE_CODES,
      ),
    )
    .option('--explain <method>', 'the attribution method, or none for predictions only', 'default')
    .option('--faithfulness', 'measure the faithfulness of each explanation; about 100 times slower')
    .option('--workers <n>', 'worker threads; each loads the models', workers, 1)
    .option('--resume <file>', 'write to this file, and continue an earlier run of the same command')
    .option('--progress', 'print the progress on standard error')
    .option('--strict', 'exit with status 1 if any row has an error')
    .addHelpText('after', HELP);
}

/** Checks that the options go together. @throws SaliencyError `usage` */
export function checkOptions(files: readonly string[], { resume, explain, faithfulness, to }: AnnotateOptions): void {
  if (resume !== undefined && isReport(to)) {
    throw new SaliencyError(
      `--to ${to} is made of all rows at the end: resume with --to ndjson, then run saliency report on the result.`,
      'usage',
    );
  }
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
