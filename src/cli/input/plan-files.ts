import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language } from '../../shared/languages';
import { detokenised } from '../../training/rows/detokenise';
import { rowFilter } from '../../training/rows/filter';
import { parseHeldTexts } from '../../training/rows/held-texts';
import type { Row } from '../../training/rows/row';
import { parsePlan, type SourcePlan } from '../../training/plans/plan';
import type { PlannedRows } from '../../training/plans/source-rows';
import { everydayRows } from './everyday-files';
import { plannedRowsAt, textsAt } from './labelled-files';

/** Reads a plan and its rows. The plan's files are in `folder`. */
export async function plannedRows(file: string, folder: string): Promise<PlannedRows> {
  const plan = parsePlan(JSON.parse(await readFile(file, 'utf8')) as unknown, file);
  const rows: Row[][] = [];
  for (const source of plan.sources) rows.push(await rowsOf(source, plan.language, folder));
  const excluded: string[] = [...plan.excludeTexts];
  for (const { file: from, tokenised } of plan.exclude) {
    const texts = await textsAt(join(folder, from), 'text');
    excluded.push(...(tokenised ? texts.map(detokenised) : texts));
  }
  if (plan.heldOut === undefined) return { plan, rows, excluded };
  const list = join(dirname(file), plan.heldOut);
  return { plan, rows, excluded, held: parseHeldTexts(await readFile(list, 'utf8'), list) };
}

async function rowsOf(source: SourcePlan, language: Language, folder: string): Promise<Row[]> {
  const { file, everyday, where, label, unlabelled, take } = source;
  const all =
    everyday !== undefined
      ? await everydayRows(everyday, language)
      : unlabelled
        ? (await textsAt(join(folder, file!), 'text')).map(withoutLabel)
        : await plannedRowsAt(join(folder, file!), label);
  return all.filter(rowFilter(where)).slice(0, take);
}

const withoutLabel = (text: string): Row => ({ text, label: '', fields: { text } });
