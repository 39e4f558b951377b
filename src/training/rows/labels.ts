import { DEGREES, isDegree } from '../../records/labels/degree';
import { SaliencyError } from '../../shared/saliency-error';
import type { Row } from './row';

/**
 * The labels of the rows from bad to good: by the common names, by number, else as they are spelt. A caller that wants
 * another order names it.
 */
export function labelsInRows(rows: readonly Row[]): string[] {
  const labels = [...new Set(rows.map(({ label }) => label))];
  if (labels.length < 2) {
    const found = labels.length === 0 ? 'there are no rows' : `all rows are "${labels[0]}"`;
    throw new SaliencyError(`A model needs rows of at least two labels, but ${found}.`, 'too-few-labels');
  }
  return sortedLabels(labels);
}

/** Labels from bad to good, as `labelsInRows` has them. */
export function sortedLabels(given: readonly string[]): string[] {
  const labels = [...given];
  if (labels.every(isDegree)) return DEGREES.filter((label) => labels.includes(label));
  if (labels.every((label) => label !== '' && Number.isFinite(Number(label)))) {
    return labels.sort((a, b) => Number(a) - Number(b));
  }
  return labels.sort();
}
