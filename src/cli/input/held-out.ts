import type { Row } from '../../training/rows/row';
import { sourceRows } from '../../training/plans/source-rows';
import { plannedRows } from './plan-files';

/** The default seed of `saliency train --plan` for splitting rows. */
const SEED = 1;

/** The test rows of a plan, each with the name of its source. The plan's files are in `folder`. */
export async function heldOutRows(plan: string, folder: string): Promise<Row[]> {
  const planned = await plannedRows(plan, folder);
  const all = sourceRows(planned, SEED);
  return all.flatMap(({ plan: { name }, test }) =>
    test.map((row) => ({ ...row, fields: { ...row.fields, source: name } })),
  );
}
