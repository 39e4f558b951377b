import { bothLogits } from '../../model/probabilities';
import { calibrationError, type CalibrationSample } from './calibration';
import { classificationMetrics, macroRecall, type ClassificationMetrics } from './metrics';
import { bestAmong } from '../plans/source-scores';

/** One predicted row. */
export interface MeasuredRow {
  /** Index into the model's labels. */
  readonly label: number;
  /** Two rows with the same value are a counterfactual pair. */
  readonly pair?: string;
}

/** Figures, with calibration, pairs, and (for models with a neutral label) the rows that are not neutral. */
export interface EvaluationReport extends ClassificationMetrics {
  readonly macroRecall: number;
  /** Expected calibration error over 15 bins, between the labels that the rows have. */
  readonly calibrationError: number;
  /** Rows that are not neutral, predicted between the other labels; absent if the model has no neutral label. */
  readonly neutralIgnored?: { readonly n: number; readonly accuracy: number };
  /** Pairs whose labels differ, with neutral ignored where no row is neutral; absent if there are none. */
  readonly pairs?: { readonly n: number; readonly bothRight: number };
}

export function evaluationReport(
  labels: readonly string[],
  rows: readonly MeasuredRow[],
  logits: readonly (readonly number[])[],
  temperature = 1,
): EvaluationReport {
  const full = logits.map(bothLogits);
  const all = labels.map(() => true);
  const polar = labels.map((label) => label !== 'neutral');
  const found = classificationMetrics(
    labels,
    rows.map(({ label }) => label),
    full.map((row) => bestAmong(row, all)),
  );
  const right = rows.map(({ label }, i) => bestAmong(full[i], all) === label);
  const rightPolar = rows.map(({ label }, i) => bestAmong(full[i], polar) === label);
  return {
    ...found,
    macroRecall: macroRecall(found),
    calibrationError: calibrationError(betweenCarried(labels, rows, full), temperature),
    ...(polar.includes(false) && { neutralIgnored: neutralIgnored(rows, polar, rightPolar) }),
    ...pairsOf(rows, rows.every(({ label }) => polar[label]) ? rightPolar : right),
  };
}

/** The logits of the labels that the rows have: data without neutral rows cannot measure predictions of neutral. */
function betweenCarried(
  labels: readonly string[],
  rows: readonly MeasuredRow[],
  logits: readonly (readonly number[])[],
): CalibrationSample[] {
  const carried = labels.flatMap((_, k) => (rows.some(({ label }) => label === k) ? [k] : []));
  return rows.map(({ label }, i) => ({ logits: carried.map((k) => logits[i][k]), label: carried.indexOf(label) }));
}

function neutralIgnored(
  rows: readonly MeasuredRow[],
  polar: readonly boolean[],
  right: readonly boolean[],
): { n: number; accuracy: number } {
  const asked = rows.flatMap(({ label }, i) => (polar[label] ? [right[i]] : []));
  return { n: asked.length, accuracy: asked.filter(Boolean).length / Math.max(1, asked.length) };
}

function pairsOf(rows: readonly MeasuredRow[], right: readonly boolean[]): Pick<EvaluationReport, 'pairs'> {
  const members = new Map<string, number[]>();
  rows.forEach(({ pair }, i) => {
    if (pair !== undefined) members.set(pair, [...(members.get(pair) ?? []), i]);
  });
  const pairs = [...members.values()].filter((of) => new Set(of.map((i) => rows[i].label)).size > 1);
  if (pairs.length === 0) return {};
  return {
    pairs: { n: pairs.length, bothRight: pairs.filter((of) => of.every((i) => right[i])).length / pairs.length },
  };
}
