import type { RowOutcome, RowPrediction, RowResult, TrainingRow } from '../../shared/fine-tuning';

/** A measured row: its index in the request's rows, and its predictions before and after. */
export interface RowPredictions {
  readonly row: number;
  readonly before?: RowPrediction;
  readonly after: RowPrediction;
}

export function outcomeOf(label: string, before: RowPrediction | undefined, after: RowPrediction): RowOutcome {
  const right = after.label === label;
  if (!before) return right ? 'right' : 'wrong';
  if (before.label === label) return right ? 'still-right' : 'broken';
  return right ? 'mended' : 'still-wrong';
}

/** The measured rows with their outcomes (fixed, broken, …), in the request's order. */
export function rowOutcomes(rows: readonly TrainingRow[], measured: readonly RowPredictions[]): RowResult[] {
  return [...measured]
    .sort((a, b) => a.row - b.row)
    .map(({ row, before, after }) => {
      const { text, label, place } = rows[row];
      const outcome = outcomeOf(label, before, after);
      return { row, text, label, outcome, after, ...(before && { before }), ...(place && { place }) };
    });
}

/** The number of rows with each outcome. */
export function countOutcomes(rows: readonly RowResult[]): Partial<Record<RowOutcome, number>> {
  const counts: Partial<Record<RowOutcome, number>> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
