import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { detokenised } from '../../training/rows/detokenise';
import { rowFilter } from '../../training/rows/filter';
import { parseHeldTexts } from '../../training/rows/held-texts';
import type { Row } from '../../training/rows/row';
import { parsePlan } from '../../training/plans/plan';
import type { PlannedRows } from '../../training/plans/source-rows';
import { rowsAt, textsAt } from './labelled-files';

/** A plan and the rows it names; its files stand in `folder`. */
export async function plannedRows(file: string, folder: string): Promise<PlannedRows> {
  const plan = parsePlan(JSON.parse(await readFile(file, 'utf8')) as unknown, file);
  const rows: Row[][] = [];
  for (const { file: from, where, label, unlabelled } of plan.sources) {
    if (from === undefined) rows.push([]);
    else if (unlabelled) rows.push((await textsAt(join(folder, from), 'text')).map(withoutLabel));
    else rows.push((await rowsAt(join(folder, from), { text: 'text', label }, 'train')).filter(rowFilter(where)));
  }
  const excluded: string[] = [...plan.excludeTexts];
  for (const { file: from, tokenised } of plan.exclude) {
    const texts = await textsAt(join(folder, from), 'text');
    excluded.push(...(tokenised ? texts.map(detokenised) : texts));
  }
  if (plan.heldOut === undefined) return { plan, rows, excluded };
  const list = join(dirname(file), plan.heldOut);
  return { plan, rows, excluded, held: parseHeldTexts(await readFile(list, 'utf8'), list) };
}

const withoutLabel = (text: string): Row => ({ text, label: '', fields: { text } });
