import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ModelSummary } from '../../shared/protocol/explainer';
import { importParts } from '../../engine/local/import-parts';
import { LocalExplainer } from '../../engine/local/local-explainer';
import { modelTable } from '../../engine/model-table';
import { filesOfModel } from '../options/model-folder';
import { resources } from '../input/resources';
import { tableText } from '../output/table-text';
import { write } from '../output/write';

/** `saliency models`: what is installed, for people or as JSON. */
export function registerModels(program: Command): void {
  program
    .command('models')
    .description('list the models with their methods and accuracy')
    .option('--summary <name|folder>', 'show the layers of one model instead, with their shapes and parameters')
    .option('--json', 'print JSON')
    .action(async ({ summary, json }: { summary?: string; json?: true }) => {
      if (summary !== undefined) {
        const table = await modelTable(basename(summary), filesOfModel(summary));
        return write(json ? `${JSON.stringify(table, null, 2)}\n` : tableText(table));
      }
      const models = await new LocalExplainer(resources(), importParts).models();
      if (models.length === 0) process.stderr.write('No model is installed.\n');
      await write(json ? `${JSON.stringify(models, null, 2)}\n` : models.map(paragraph).join('\n'));
    });
}

function paragraph({
  name,
  language,
  architecture,
  labels,
  purpose,
  methods,
  bytes,
  measured,
  problem,
}: ModelSummary): string {
  if (problem !== undefined) return `${name}\n  cannot be used: ${problem}\n`;
  const figures = measured.map(
    ({ data, accuracy, macroF1, n }) =>
      `  ${data}: accuracy ${(100 * accuracy).toFixed(2)} %, macro-F1 ${macroF1.toFixed(4)}, n = ${n}`,
  );
  return [
    `${name}  (${language}, ${architecture}, ${(bytes / 1e6).toFixed(1)} MB)`,
    ...(purpose === undefined ? [] : [`  for: ${purpose}`]),
    `  labels: ${labels.join(', ')}`,
    `  methods: ${methods.join(', ')}`,
    ...figures,
    '',
  ].join('\n');
}
