export interface LabelFigures {
  readonly label: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The number of rows with this label. */
  readonly n: number;
}

export interface ClassificationMetrics {
  readonly n: number;
  readonly accuracy: number;
  /** Mean F1 over the labels that occur, in rows or in predictions. */
  readonly macroF1: number;
  readonly perLabel: readonly LabelFigures[];
  /** `confusion[actual][predicted]`, in the labels' order. */
  readonly confusion: readonly (readonly number[])[];
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Figures from pairs of label indices. */
export function classificationMetrics(
  labels: readonly string[],
  actual: readonly number[],
  predicted: readonly number[],
): ClassificationMetrics {
  const confusion = labels.map(() => labels.map(() => 0));
  actual.forEach((label, i) => confusion[label][predicted[i]]++);
  const perLabel = labels.map((label, k) => {
    const hits = confusion[k][k];
    const n = confusion[k].reduce((a, b) => a + b, 0);
    const said = confusion.reduce((sum, row) => sum + row[k], 0);
    return { label, precision: ratio(hits, said), recall: ratio(hits, n), f1: ratio(2 * hits, n + said), n };
  });
  const occurring = perLabel.filter((_, k) => confusion[k].some(Boolean) || confusion.some((row) => row[k] > 0));
  const hits = confusion.reduce((sum, row, k) => sum + row[k], 0);
  return {
    n: actual.length,
    accuracy: ratio(hits, actual.length),
    macroF1: ratio(
      occurring.reduce((sum, { f1 }) => sum + f1, 0),
      occurring.length,
    ),
    perLabel,
    confusion,
  };
}

/** Mean recall over the labels that occur in the rows. */
export function macroRecall({ perLabel }: ClassificationMetrics): number {
  const carried = perLabel.filter(({ n }) => n > 0);
  return ratio(
    carried.reduce((sum, { recall }) => sum + recall, 0),
    carried.length,
  );
}
