import { OWN_COLUMNS } from '../../../findings/store/result-row';
import type { OverviewState, OverviewRow } from '../state/overview-state';
import type { Wording } from '../wording';

/** What is known of a row beside its text: columns by which the file is compared, and its day. */
export function rowFacts(row: OverviewRow, overview: OverviewState, say: Wording): string[] {
  const columns = overview.figures.where.filter(
    (name) => name !== OWN_COLUMNS.language && name !== overview.store.roles.label,
  );
  const values = columns
    .map((name) => ({ name, value: overview.value(name, row.index) }))
    .filter(({ value }) => value !== '');
  return [
    ...values.map(({ name, value }) => say.value(name, value)),
    ...(row.day === undefined ? [] : [say.day(row.day)]),
  ];
}
