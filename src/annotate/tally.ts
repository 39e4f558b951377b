import { isRefusal } from '../shared/protocol/batch';
import type { AnnotatedRecord } from './annotate';

/** What a run resulted in, counted while it ran. Plain JSON. */
export interface Tally {
  rows: number;
  errors: number;
  /** Rows by label. */
  labels: Record<string, number>;
}

export const emptyTally = (): Tally => ({ rows: 0, errors: 0, labels: {} });

/** Counts one more row. */
export function countResults(tally: Tally, { answer }: AnnotatedRecord): void {
  tally.rows++;
  if (isRefusal(answer)) {
    tally.errors++;
    return;
  }
  tally.labels[answer.label] = (tally.labels[answer.label] ?? 0) + 1;
}

/** `12,340 rows: 7,100 positive, 5,200 negative; 40 rows could not be annotated.` */
export function tallySentence({ rows, errors, labels }: Tally): string {
  const figure = (value: number) => value.toLocaleString('en');
  const parts = Object.entries(labels)
    .sort((a, b) => b[1] - a[1])
    .map(([label, n]) => `${figure(n)} ${label}`);
  const counts = parts.length > 0 ? `: ${parts.join(', ')}` : '';
  const failed = errors === 0 ? '' : `; ${figure(errors)} ${errors === 1 ? 'row' : 'rows'} could not be annotated`;
  return `${figure(rows)} ${rows === 1 ? 'row' : 'rows'}${counts}${failed}.`;
}
