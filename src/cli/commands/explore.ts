import { LANGUAGE_CODES, type Language } from '../../shared/languages';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { explorationText } from '../../training/exploration/exploration-text';
import { explore, type NamedRecords } from '../../training/exploration/explore';
import { columnsOf } from '../../training/exploration/missing-values';
import type { RowFields } from '../../training/rows/row';
import { languageOfTexts, segmenterFor } from '../../training/rows/segmenter';
import { explorationPage } from '../output/exploration-page';
import { jieba } from '../input/jieba';
import { recordsAt, type Half } from '../input/labelled-files';
import { write } from '../output/write';

interface ExploreOptions {
  readonly data: readonly string[];
  readonly test: readonly string[];
  readonly textField: string;
  readonly labelField: string;
  readonly language?: Language;
  readonly json?: boolean;
  readonly html?: string;
}

/** `saliency explore --data TRAIN [--test TEST]`. */
export function registerExplore(program: Command): void {
  program
    .command('explore')
    .description('say what labelled texts are like before a model is trained on them')
    .requiredOption('--data <path...>', 'rows: .jsonl, .csv, .tsv (also .gz), or an aclImdb folder')
    .option('--test <path...>', 'rows to compare them with', [])
    .addOption(
      new Option('--language <zh|en>', 'language of the texts (default: by their script)').choices(LANGUAGE_CODES),
    )
    .option('--text-field <name>', 'column of the text', 'text')
    .option('--label-field <name>', 'column of the label', 'label')
    .option('--json', 'print JSON')
    .option('--html <file>', 'also write charts to this file: lengths, labels and words of train and test side by side')
    .action(run);
}

async function run(options: ExploreOptions): Promise<void> {
  const fields = { text: options.textField, label: options.labelField };
  const train = await named(options.data, fields, 'train');
  const test = options.test.length > 0 ? await named(options.test, fields, 'test') : undefined;
  const texts = train.records.flatMap((record) => {
    const text = columnsOf(record)[fields.text];
    return typeof text === 'string' ? [text] : [];
  });
  const language = options.language ?? languageOfTexts(texts);
  const segment = await segmenterFor(language, jieba);
  const exploration = explore({ train, test, fields, language, segment });
  if (options.html !== undefined) await writeFile(options.html, explorationPage(exploration));
  await write(options.json ? `${JSON.stringify(exploration, null, 2)}\n` : explorationText(exploration));
}

async function named(paths: readonly string[], fields: RowFields, half: Half): Promise<NamedRecords> {
  const records = await Promise.all(paths.map((path) => recordsAt(path, fields, half)));
  return { name: paths.map((path) => basename(path)).join(' + '), records: records.flat() };
}
