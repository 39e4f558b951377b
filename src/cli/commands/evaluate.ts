import { writeFile } from 'node:fs/promises';
import { isLanguage, LANGUAGE_CODES, type Language } from '../../shared/languages';
import { basename, join } from 'node:path';
import { Option, type Command } from 'commander';
import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { DEFAULT_MEASURED_ROWS } from '../../engine/evaluation/evaluate-explanations';
import { cardWithFigures } from '../../training/cards/card-figures';
import { evaluateModel } from '../../training/evaluation/evaluate';
import { evaluationText } from '../../training/evaluation/evaluation-text';
import { rowFilter } from '../../training/rows/filter';
import {
  parseTextCount,
  evaluateExplanationsOf,
  parsePart,
  type ExplanationQuestion,
} from '../output/evaluate-explanations';
import { heldOutRows } from '../input/held-out';
import { dictionary } from '../input/dictionary';
import { columnsOf, labelledFiles, type LabelledFiles } from '../input/labelled-files';
import { filesOfModel, requireModel } from '../options/model-folder';
import { addReadOptions, readOptionsOf, type ReadArguments } from '../options/read-options';
import { resources } from '../input/resources';
import { compareCommand } from './compare';
import { CLASSES } from '../../records/labels/degree';
import { SaliencyError } from '../../shared/saliency-error';
import { unknownLabels, type RecordRow } from '../../training/rows/record-rows';
import type { Row } from '../../training/rows/row';
import { lacksLanguage, languageOfRows } from '../../training/rows/language-of-rows';
import { write } from '../output/write';

interface EvaluateOptions extends ExplanationQuestion, ReadArguments {
  readonly model?: string;
  readonly compare?: readonly string[];
  readonly language?: Language;
  readonly plan?: string;
  readonly explanations?: true;
  readonly card?: string;
}

const HELP = `
  saliency evaluate --data reviews.csv
  saliency evaluate --data tickets.csv --compare en ./models/en-tickets
  saliency evaluate --data rationales.jsonl --explanations --limit 200`;

/** `saliency evaluate --model N --data FILE`. */
export function registerEvaluate(program: Command): void {
  addReadOptions(program.command('evaluate'))
    .description('measure a model on labelled texts: accuracy, macro-F1, confusion matrix; or compare two models')
    .option('--model <name|folder>', "a shipped model, or the folder of your own (default: by the texts' language)")
    .addOption(
      new Option('--language <zh|en>', 'the model of this language, where none is named').choices(LANGUAGE_CODES),
    )
    .requiredOption('--data <path...>', 'files or folders of labelled texts (docs/files.md)')
    .option('--plan <file>', 'measure on the held-out rows of this plan; --data is then the folder of its files')
    .option('--where <field=value...>', 'only rows with this value (*: with any value)', [])
    .option(
      '--explanations',
      'measure its explanations instead: faithfulness, and plausibility against human rationales',
    )
    .option('--method <name...>', 'with --explanations: the methods (default: all that the model offers)')
    .option('--limit <n>', 'with --explanations: rows, chosen at random', parseTextCount, DEFAULT_MEASURED_ROWS)
    .option('--card <name>', 'write the figures into the model card, under this public name of the data')
    .option('--words <n>', 'with --explanations: read only this many words of each text', parseTextCount)
    .option(
      '--part <name>',
      'with --explanations: only the rows that train-saliency holds out for validation or test',
      parsePart,
    )
    .option(
      '--keep <file>',
      'with --explanations: stores the figures of each method, so that a killed run can continue',
    )
    .option(
      '--compare <models...>',
      'compare two models, A and B: before → after with intervals, and the rows that change',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(run);
}

async function run(options: EvaluateOptions): Promise<void> {
  const { language, plan, data, compare } = options;
  if (compare && compare.length !== 2)
    throw new SaliencyError('Name two models behind --compare: before and after.', 'usage');
  const asked = compare?.[1] ?? options.model;
  for (const model of compare ?? [options.model ?? language]) if (model !== undefined) await requireModel(model);
  const classes = asked === undefined ? CLASSES : (await aboutOf(asked)).labels;
  const files = plan === undefined ? await read(options, classes) : undefined;
  const given = files?.rows.map(rowOf) ?? (await heldOutRows(plan!, data[0]));
  const model = asked ?? language ?? languageOfRows(given);
  const { labels, language: own } = await aboutOf(model);
  // Labels are put into the classes of the model: where these turn out to be others, the files are read again.
  const isRead = labels.join('\n') === classes.join('\n');
  const labelled = files && !isRead ? await read({ ...options, quiet: true }, labels) : files;
  const usable = labelled ? comparable(labelled, labels, own) : given;
  const about = labelled && leftOut(labelled, usable.length);
  // Of a label that neither has, neither is wrong; of one that one of them has, the other is.
  const all = compare ? await withLabelOf(compare, usable) : usable;
  const measured = all.filter(rowFilter(options.where));
  if (measured.length === 0) throw new SaliencyError('There is no labelled row to measure on.', 'not-rows');
  if (compare) {
    const unknown = usable.length - all.length;
    const note = leftOutText({ damaged: 0, withoutLabel: 0, otherLanguages: 0, ...about, unknown });
    return compareCommand(compare, measured, { asJson: options.json === true, note });
  }
  await startedNetworks(resources(), importNetworkPart);
  const [name, modelFiles] = [basename(model), filesOfModel(model)];
  if (options.explanations) {
    await evaluateExplanationsOf(name, modelFiles, usable, options);
    return;
  }
  const evaluation = await evaluateModel(name, modelFiles, dictionary, measured);
  if (options.card !== undefined) {
    const changed = await cardWithFigures(name, modelFiles, options.card, evaluation);
    for (const [file, bytes] of changed) await writeFile(join(model, file), bytes);
  }
  if (options.json) return write(`${JSON.stringify({ ...evaluation, ...about, readings: labelled?.readings })}\n`);
  await write(`${evaluationText(evaluation)}\n${about ? leftOutText(about) : ''}`);
}

function read(options: EvaluateOptions, classes: readonly string[]): Promise<LabelledFiles> {
  const how = { half: 'test', quiet: options.quiet } as const;
  return labelledFiles(options.data, { ...readOptionsOf(options), classes }, how);
}

/** Labels and language on the card of a model; the usual labels if the card cannot be read: loading the model reports that. */
async function aboutOf(model: string): Promise<{ readonly labels: readonly string[]; readonly language?: Language }> {
  try {
    const card = JSON.parse(new TextDecoder().decode(await filesOfModel(model)('card.json'))) as {
      readonly labels?: unknown;
      readonly language?: unknown;
    };
    return {
      labels: Array.isArray(card.labels) ? card.labels.map(String) : CLASSES,
      ...(typeof card.language === 'string' && isLanguage(card.language) && { language: card.language }),
    };
  } catch {
    return { labels: CLASSES };
  }
}

/** Whether a text is surely in another language than that of the model. */
const isForeign = ({ text, otherLanguage }: RecordRow, own: Language | undefined): boolean =>
  otherLanguage !== undefined || (own !== undefined && lacksLanguage(text, own));

const rowOf = ({ text, fields, given, givenLabel }: RecordRow): Row => ({
  text,
  fields,
  label: givenLabel ?? given ?? '',
});

/**
 * The rows whose labels can be compared.
 * @throws SaliencyError `unknown-labels` where there is not one, `no-such-column` where there are no labels at all
 */
function comparable({ rows, readings, name }: LabelledFiles, labels: readonly string[], own?: Language): Row[] {
  const labelled = rows.filter(({ given }) => given !== undefined);
  if (rows.length > 0 && labelled.length === 0) {
    throw new SaliencyError(`${name}: there is no column of labels to compare with: name it with --label-field. There are: ${columnsOf(readings)}.`, 'no-such-column'); // prettier-ignore
  }
  const known = labelled.filter(({ givenLabel, given = '' }) => givenLabel !== undefined || labels.includes(given));
  if (labelled.length > 0 && known.length === 0) throw unknownLabels(readings);
  return labelled.filter((row) => !isForeign(row, own)).map(rowOf);
}

/** What was not measured, beside what the evaluation itself says. */
interface LeftOut {
  readonly damaged: number;
  readonly withoutLabel: number;
  readonly otherLanguages: number;
  /** Of two compared models, neither has the label. */
  readonly unknown?: number;
}

async function withLabelOf(models: readonly string[], rows: readonly Row[]): Promise<Row[]> {
  const known = new Set((await Promise.all(models.map(aboutOf))).flatMap(({ labels }) => labels));
  const having = rows.filter(({ label }) => known.has(label));
  if (rows.length > 0 && having.length === 0)
    throw new SaliencyError(
      `No row has a label of these models. They have: ${[...known].join(', ')}.`,
      'unknown-labels',
    );
  return having;
}

/** @param compared the number of rows that were: of those with a label only texts in other languages are not */
function leftOut({ rows, damaged }: LabelledFiles, compared: number): LeftOut {
  const withoutLabel = rows.filter(({ given }) => given === undefined).length;
  return { damaged: damaged.length, withoutLabel, otherLanguages: rows.length - withoutLabel - compared };
}

function leftOutText({ damaged, withoutLabel, otherLanguages, unknown = 0 }: LeftOut): string {
  const line = (rows: number, why: string) =>
    rows === 0 ? '' : `${rows} ${rows === 1 ? 'row was' : 'rows were'} left out: ${why}.\n`;
  const lines = [
    line(damaged, 'damaged, or without a text'),
    line(withoutLabel, 'without a label'),
    line(otherLanguages, 'in languages that the model does not read'),
    line(unknown, 'neither model has their label'),
  ].join('');
  return lines === '' ? '' : `\n${lines}`;
}
