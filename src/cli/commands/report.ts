import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { fileSource } from '../../annotate/node/file-source';
import { savedRows } from '../../annotate/saved-rows';
import { RowCollector } from '../../annotate/report/row-collector';
import { readRun, runRecordFile } from '../../findings/review/beside';
import { placeReviews } from '../../findings/review/place-reviews';
import { readReviews, reviewFileOf } from '../../findings/review/review-file';
import { partsOfSpeech } from '../../findings/store/part-of-speech';
import type { RowStore } from '../../findings/store/row-store';
import type { Condition } from '../../shared/findings/filter';
import type { Review } from '../../shared/findings/review';
import { SaliencyError } from '../../shared/saliency-error';
import { dictionary } from '../input/dictionary';
import { checkTerminal, writeReport } from '../output/report-output';
import { addReportOptions, REPORTS, type ReportArguments, type ReportFormat } from '../options/report-options';

interface ReportCommandOptions extends ReportArguments {
  readonly to: ReportFormat;
  readonly only: readonly string[];
}

const HELP = `
Makes a report of results that saliency annotate or the editor wrote (NDJSON, also .gz): what changed, where, about what, and how
sure that is. Reviews and the record of the run that lie beside the results are read as well.

  saliency annotate reviews.csv > reviews.saliency.ndjson
  saliency report reviews.saliency.ndjson > report.html
  saliency report reviews.saliency.ndjson --to xlsx --only "product=Grinder G3" > grinder.xlsx`;

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

/** `saliency report RESULTS`. */
export function registerReport(program: Command): void {
  addReportOptions(program.command('report'))
    .description('make a report, a workbook or a summary of results')
    .argument('<results>', 'the rows that saliency annotate or the editor wrote')
    .addOption(
      new Option('--to <format>', 'an HTML report, a workbook, or a summary').choices(REPORTS).default('report'),
    )
    .option('--only <column=value>', 'only rows with this value; given more than once, all must hold', collect, [])
    .addHelpText('after', HELP)
    .action(run);
}

async function run(results: string, options: ReportCommandOptions): Promise<void> {
  checkTerminal(options.to);
  const collector = new RowCollector(await partsOfSpeech(dictionary));
  for await (const rows of savedRows(await fileSource(results))) for (const row of rows) collector.add(row);
  collector.tail();
  const { store } = collector;
  process.stderr.write(`${store.rows.toLocaleString('en')} ${store.rows === 1 ? 'row' : 'rows'}.\n`);
  const [written, run] = await Promise.all([reviewFileOf(results), runRecordFile(results)].map(textAt));
  const reviews = new Map<number, Review>();
  if (written !== undefined) {
    const placed = placeReviews(store, readReviews(written));
    for (const review of placed.reviews) reviews.set(review.row, review);
    if (placed.strange > 0) process.stderr.write(`${placed.strange.toLocaleString('en')} ${placed.strange === 1 ? 'review is' : 'reviews are'} left out: no row has that text any more.\n`); // prettier-ignore
  }
  const filter = options.only.map((condition) => conditionOf(condition, store));
  const record = run === undefined ? undefined : readRun(run);
  const source = record ? record.sources.map((each) => basename(each)).join(', ') : nameOf(results);
  await writeReport(options.to, { data: { store, reviews }, source, filter, ...(record && { run: record }) }, options);
}

/** `reviews.saliency.ndjson` are the results of `reviews`. */
const nameOf = (results: string): string => basename(results).replace(/(\.saliency)?\.ndjson(\.gz)?$/, '');

const textAt = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

/** @throws SaliencyError `usage`: no such column, or no such value in it */
function conditionOf(typed: string, store: RowStore): Condition {
  const at = typed.indexOf('=');
  const [name, value] = at < 0 ? [typed, undefined] : [typed.slice(0, at), typed.slice(at + 1)];
  const column = store.column(name);
  const shown = (all: readonly string[]) => all.slice(0, 20).join(', ');
  if (value === undefined)
    throw new SaliencyError(`--only takes COLUMN=VALUE, as in --only "product=Grinder G3"; this is ${typed}.`, 'usage');
  if (!column)
    throw new SaliencyError(
      `There is no column ${name}. There are: ${shown(store.columns.map((one) => one.name))}.`,
      'no-such-column',
    );
  if (value !== '' && !column.values.includes(value))
    throw new SaliencyError(`The column ${name} has no value ${value}. There are: ${shown(column.values)}.`, 'usage');
  return { kind: 'column', column: name, values: [value] };
}
