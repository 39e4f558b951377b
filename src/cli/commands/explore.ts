import { LANGUAGE_CODES, type Language } from '../../shared/languages';
import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { explorationText } from '../../training/exploration/exploration-text';
import { explore, type ExploredFields, type NamedRecords } from '../../training/exploration/explore';
import { columnOf, type FileReading } from '../../records/reading';
import { fieldsOfRecord } from '../../training/rows/record-rows';
import { languageOfTexts } from '../../training/rows/language-of-rows';
import { explorationPage } from '../output/exploration-page';
import { dictionary } from '../input/dictionary';
import { labelledFiles, type LabelledFiles } from '../input/labelled-files';
import { addReadOptions, readOptionsOf, type ReadArguments } from '../options/read-options';
import { write } from '../output/write';

interface ExploreOptions extends ReadArguments {
  readonly data: readonly string[];
  readonly test: readonly string[];
  readonly language?: Language;
  readonly json?: boolean;
  readonly html?: string;
}

/** `saliency explore --data TRAIN [--test TEST]`. */
export function registerExplore(program: Command): void {
  addReadOptions(program.command('explore'))
    .description('describe labelled texts before a model is trained on them: lengths, labels, words, duplicates')
    .requiredOption('--data <path...>', 'files or folders of texts (docs/files.md)')
    .option('--test <path...>', 'rows to compare them with', [])
    .addOption(
      new Option('--language <zh|en>', 'language of the texts (default: by their script)').choices(LANGUAGE_CODES),
    )
    .option('--json', 'print JSON')
    .option('--html <file>', 'also write charts to this file: lengths, labels and words of train and test side by side')
    .action(run);
}

async function run(options: ExploreOptions): Promise<void> {
  const how = { quiet: options.quiet };
  const train = await labelledFiles(options.data, readOptionsOf(options), { half: 'train', ...how });
  const test =
    options.test.length > 0
      ? await labelledFiles(options.test, readOptionsOf(options), { half: 'test', ...how })
      : undefined;
  const fields = fieldsOf(train.readings);
  const language = options.language ?? languageOfTexts(train.rows.map(({ text }) => text));
  const exploration = await explore({
    train: named(train, fields),
    test: test && named(test, fields),
    fields,
    language,
    dictionary,
  });
  if (options.html !== undefined) await writeFile(options.html, explorationPage(exploration));
  const readings = [...train.readings, ...(test?.readings ?? [])];
  await write(
    options.json ? `${JSON.stringify({ ...exploration, readings }, null, 2)}\n` : explorationText(exploration),
  );
}

/** What the columns of text and label are called: as in the first file that has them. */
function fieldsOf(readings: readonly FileReading[]): ExploredFields {
  const first = (role: 'text' | 'label') =>
    readings.map((reading) => columnOf(reading, role)).find((name) => name !== undefined);
  return { text: first('text') ?? 'text', label: first('label') ?? 'label' };
}

/** Records by their own columns, the label as the class that it means; damaged ones are no records. */
function named({ name, records, readings }: LabelledFiles, fields: ExploredFields): NamedRecords {
  const own = new Set(readings.flatMap((reading) => [columnOf(reading, 'text'), columnOf(reading, 'label')]));
  const whole = records.filter(
    ({ text, value, cells = [] }) => text !== undefined || value !== undefined || cells.length > 0,
  );
  return {
    name,
    records: whole.map((record) => {
      const { text, given, givenLabel } = record;
      const others = Object.entries(fieldsOfRecord(record)).filter(([field]) => !own.has(field));
      const label = givenLabel ?? given;
      return {
        [fields.text]: text ?? '',
        ...Object.fromEntries(others),
        ...(own.size > 1 && { [fields.label]: label ?? '' }),
      };
    }),
  };
}
