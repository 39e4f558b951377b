import { seededRandom } from '../../shared/random';
import type { BeforeAfter, Confusion, Interval, AccuracyFigures } from '../../shared/fine-tuning';
import { classificationMetrics } from '../evaluation/metrics';

/** The rows' actual labels and a model's predictions, as indices into the list of labels. */
export interface PredictedRows {
  readonly labels: readonly string[];
  readonly actual: readonly number[];
  readonly before?: readonly number[];
  readonly after: readonly number[];
}

const DRAWS = 1_000;
/** From this number of rows on, the normal approximation replaces the bootstrap: it is as good, and much faster. */
const MANY = 20_000;

/**
 * Accuracy and macro-F1 before and after, and the change of the same rows, with 95 % intervals: percentiles of 1,000
 * bootstrap draws of the rows (Efron and Tibshirani 1993), the same draws for all figures.
 */
export function beforeAfter(predicted: PredictedRows): BeforeAfter {
  const { labels, actual, before, after } = predicted;
  const n = actual.length;
  const draws = drawsOf(n);
  const confusions = {
    before: before && drawn(labels, actual, before, draws),
    after: drawn(labels, actual, after, draws),
  };
  const figures = (said: readonly number[], of: readonly number[][][]): AccuracyFigures => ({
    ...measured(labels, actual, said),
    accuracyInterval: percentiles(of.map(accuracyOf)),
    macroF1Interval: percentiles(of.map(macroF1Of)),
  });
  if (!before || !confusions.before) return { n, after: figures(after, confusions.after) };
  const points = shareRight(actual, after) - shareRight(actual, before);
  const changes = confusions.after.map((of, i) => accuracyOf(of) - accuracyOf(confusions.before![i]));
  return {
    n,
    before: figures(before, confusions.before),
    after: figures(after, confusions.after),
    change: { points, ...percentiles(changes) },
  };
}

/** The figures of a single model. */
export const figuresOf = (
  labels: readonly string[],
  actual: readonly number[],
  said: readonly number[],
): AccuracyFigures => beforeAfter({ labels, actual, after: said }).after;

export const confusionOf = (labels: readonly string[], actual: readonly number[], said: readonly number[]): Confusion =>
  classificationMetrics(labels, actual, said).confusion;

function measured(labels: readonly string[], actual: readonly number[], said: readonly number[]) {
  const { accuracy, macroF1 } = classificationMetrics(labels, actual, said);
  return { accuracy, macroF1 };
}

const shareRight = (actual: readonly number[], said: readonly number[]): number =>
  actual.filter((label, i) => label === said[i]).length / Math.max(1, actual.length);

/** How often each row is in each draw; the same for the same number of rows. */
function drawsOf(n: number): Uint8Array[] {
  const random = seededRandom(n);
  return Array.from({ length: n > MANY ? DRAWS / 5 : DRAWS }, () => {
    const counts = new Uint8Array(n);
    for (let i = 0; i < n; i++) counts[Math.floor(random() * n)]++;
    return counts;
  });
}

function drawn(
  labels: readonly string[],
  actual: readonly number[],
  said: readonly number[],
  draws: readonly Uint8Array[],
): number[][][] {
  return draws.map((counts) => {
    const confusion = labels.map(() => labels.map(() => 0));
    for (let i = 0; i < counts.length; i++) confusion[actual[i]][said[i]] += counts[i];
    return confusion;
  });
}

function accuracyOf(confusion: readonly (readonly number[])[]): number {
  const all = confusion.flat().reduce((sum, count) => sum + count, 0);
  return confusion.reduce((sum, row, k) => sum + row[k], 0) / Math.max(1, all);
}

/** Macro-F1 as in `classificationMetrics`: the mean over the labels that occur. */
function macroF1Of(confusion: readonly (readonly number[])[]): number {
  const f1 = confusion.flatMap((row, k) => {
    const n = row.reduce((sum, count) => sum + count, 0);
    const said = confusion.reduce((sum, of) => sum + of[k], 0);
    return n + said === 0 ? [] : [(2 * row[k]) / (n + said)];
  });
  return f1.reduce((sum, one) => sum + one, 0) / Math.max(1, f1.length);
}

function percentiles(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
  return { low: at(0.025), high: at(0.975) };
}
