import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { startedNetworks } from '../../engine/local/backend';
import { importNetworkPart } from '../../engine/local/import-network-part';
import { DEFAULT_LIMIT } from '../../engine/evaluation/evaluate-explanations';
import { cardWithFigures } from '../../training/cards/card-figures';
import { evaluateModel } from '../../training/evaluation/evaluate';
import { evaluationText } from '../../training/evaluation/evaluation-text';
import { rowFilter } from '../../training/rows/filter';
import { textCount, evaluateExplanationsOf, partOf, type ExplanationQuestion } from '../output/evaluate-explanations';
import { heldOutRows } from '../input/held-out';
import { jieba } from '../input/jieba';
import { rowsAt } from '../input/labelled-files';
import { filesOfModel } from '../options/model-folder';
import { resources } from '../input/resources';
import { write } from '../output/write';

interface EvaluateOptions extends ExplanationQuestion {
  readonly model: string;
  readonly plan?: string;
  readonly textField: string;
  readonly labelField: string;
  readonly explanations?: true;
  readonly card?: string;
}

/** `saliency evaluate --model N --data FILE`. */
export function registerEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('measure a model on labelled texts: accuracy, macro-F1, confusion matrix')
    .requiredOption('--model <name|folder>', 'a shipped model, or the folder of your own')
    .requiredOption('--data <path...>', 'labelled rows: .jsonl, .csv, .tsv (also .gz), or an aclImdb folder')
    .option('--plan <file>', 'measure on the held-out rows of this plan; --data is then the folder of its files')
    .option('--where <field=value...>', 'only rows with this value (*: with any)', [])
    .option('--text-field <name>', 'column of the text', 'text')
    .option('--label-field <name>', 'column of the label', 'label')
    .option(
      '--explanations',
      'measure its explanations instead: faithfulness, and plausibility against human rationales',
    )
    .option('--method <name...>', 'with --explanations: the methods (default: all that the model offers)')
    .option('--limit <n>', 'with --explanations: rows, chosen at random', textCount, DEFAULT_LIMIT)
    .option('--card <name>', 'write the figures into the model card, under this public name of the data')
    .option('--words <n>', 'with --explanations: read only this many words of each text', textCount)
    .option(
      '--part <name>',
      'with --explanations: only the rows that train-saliency holds out for validation or test',
      partOf,
    )
    .option(
      '--keep <file>',
      'with --explanations: stores the figures of each method, so that a killed run can continue',
    )
    .option('--json', 'print JSON')
    .action(run);
}

async function run(options: EvaluateOptions): Promise<void> {
  const fields = { text: options.textField, label: options.labelField };
  const given =
    options.plan === undefined
      ? (await Promise.all(options.data.map((path) => rowsAt(path, fields, 'test')))).flat()
      : await heldOutRows(options.plan, options.data[0]);
  await startedNetworks(resources(), importNetworkPart);
  const [name, files] = [basename(options.model), filesOfModel(options.model)];
  if (options.explanations) {
    await evaluateExplanationsOf(name, files, given, options);
    return;
  }
  const rows = given.filter(rowFilter(options.where));
  const evaluation = await evaluateModel(name, files, jieba, rows);
  if (options.card !== undefined) {
    const changed = await cardWithFigures(name, files, options.card, evaluation);
    for (const [file, bytes] of changed) await writeFile(join(options.model, file), bytes);
  }
  await write(`${options.json ? JSON.stringify(evaluation) : evaluationText(evaluation)}\n`);
}
