import { OWN_COLUMNS } from '../../../findings/store/result-row';
import type { Bench, BenchRow } from '../bench/bench';
import type { Wording } from '../wording';

/** What is known of a row beside its text: columns by which the file is compared, and its day. */
export function factsOf(row: BenchRow, bench: Bench, say: Wording): string[] {
  const columns = bench.figures.where.filter(
    (name) => name !== OWN_COLUMNS.language && name !== bench.store.roles.label,
  );
  const values = columns
    .map((name) => ({ name, value: bench.value(name, row.index) }))
    .filter(({ value }) => value !== '');
  return [
    ...values.map(({ name, value }) => say.value(name, value)),
    ...(row.day === undefined ? [] : [say.day(row.day)]),
  ];
}
