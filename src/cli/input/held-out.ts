import type { Row } from '../../training/rows/row';
import { sourceRows } from '../../training/plans/source-rows';
import { plannedRows } from './plan-files';

/** The seed with which `saliency train --plan` splits rows where it is not told another. */
const SEED = 1;

/** The rows that a plan holds out of training and validation, each naming its source; its files stand in `folder`. */
export async function heldOutRows(plan: string, folder: string): Promise<Row[]> {
  const planned = await plannedRows(plan, folder);
  const all = sourceRows(planned, SEED);
  return all.flatMap(({ plan: { name }, test }) =>
    test.map((row) => ({ ...row, fields: { ...row.fields, source: name } })),
  );
}
