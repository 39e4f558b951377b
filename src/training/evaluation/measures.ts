import { bothLogits } from '../../model/probabilities';
import { calibrationError, type CalibrationSample } from './calibration';
import { classificationMetrics, macroRecall, type ClassificationMetrics } from './metrics';
import { bestAmong } from '../plans/source-scores';

/** One judged row. */
export interface MeasuredRow {
  /** Index into the model's labels. */
  readonly label: number;
  /** Rows with the same value differ in little but their label. */
  readonly pair?: string;
}

/** Figures and what is asked of probabilities, of pairs, and of models with a neutral label on rows without one. */
export interface EvaluationReport extends ClassificationMetrics {
  readonly macroRecall: number;
  /** Expected calibration error over 15 bins, between the labels that the rows carry. */
  readonly calibrationError: number;
  /** Rows that are not neutral, judged between the other labels; absent where the model has no neutral. */
  readonly neutralIgnored?: { readonly n: number; readonly accuracy: number };
  /** Of pairs whose labels differ, neutral ignored; absent where there are none. */
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
  const rightPolar = rows.map(({ label }, i) => bestAmong(full[i], polar) === label);
  return {
    ...found,
    macroRecall: macroRecall(found),
    calibrationError: calibrationError(betweenCarried(labels, rows, full), temperature),
    ...(polar.includes(false) && { neutralIgnored: neutralIgnored(rows, polar, rightPolar) }),
    ...pairsOf(rows, rightPolar),
  };
}

/** Logits of the labels that the rows carry: a source without neutral rows does not say how often neutral is right. */
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
