import type { GivenLabelAgreement } from '../../shared/overview';
/**
 * @param counts rows by the file's own label (as it stands there) and the prediction
 * @param meaning of the file's labels
 */
export function agreementOf(
  labels: readonly string[],
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  meaning: ReadonlyMap<string, string | undefined>,
): GivenLabelAgreement | undefined {
  const matrix = labels.map(() => labels.map(() => 0));
  const unknown: { given: string; rows: number }[] = [];
  const known: [string, string][] = [];
  for (const [given, verdicts] of counts) {
    const label = meaning.get(given);
    if (label === undefined) unknown.push({ given, rows: sum([...verdicts.values()]) });
    else {
      known.push([given, label]);
      for (const [verdict, rows] of verdicts) matrix[labels.indexOf(label)][labels.indexOf(verdict)] += rows;
    }
  }
  const compared = sum(matrix.map(sum));
  if (compared === 0) return undefined;
  const each = labels.map((label, i) => {
    const [right, said, there] = [matrix[i][i], sum(matrix.map((row) => row[i])), sum(matrix[i])];
    return {
      label,
      ...(said > 0 && { precision: right / said }),
      ...(there > 0 && { recall: right / there }),
      ...(said + there > 0 && { f1: (2 * right) / (said + there) }),
    };
  });
  const f1 = each.flatMap((one) => one.f1 ?? []);
  return {
    labels,
    matrix,
    compared,
    accuracy: sum(labels.map((_, i) => matrix[i][i])) / compared,
    macroF1: sum(f1) / f1.length,
    each,
    meaning: Object.fromEntries(known),
    unknown: unknown.sort((a, b) => b.rows - a.rows),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
