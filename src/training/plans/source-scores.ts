import { bothLogits } from '../../model/probabilities';
import { classificationMetrics, macroRecall } from '../evaluation/metrics';
import type { Sample } from '../fit/sample';

/** The name of one source of rows, its labels, and its metric. */
export interface SourceOfRows {
  readonly name: string;
  /** The labels of the model that occur in the source. */
  readonly labels: readonly string[];
  /** `macro-f1` and `macro-recall` weigh all labels equally; with two balanced labels they are close to accuracy. */
  readonly metric: 'accuracy' | 'macro-f1' | 'macro-recall';
}

export interface SourceScores {
  /** The mean over the sources that have validation rows. */
  readonly mean: number;
  readonly bySource: Readonly<Record<string, number>>;
}

/** The index of the highest logit among the given labels. */
export function bestAmong(logits: readonly number[], asked: readonly boolean[]): number {
  return logits.reduce((best, z, i) => (asked[i] && (best < 0 || z > logits[best]) ? i : best), -1);
}

/** Scores each source's rows, predicted between the labels of the source. */
export function scoreSources(
  logits: readonly (readonly number[])[],
  samples: readonly Sample[],
  labels: readonly string[],
  sources: readonly SourceOfRows[],
): SourceScores {
  const bySource: Record<string, number> = {};
  sources.forEach(({ name, labels: own, metric }, source) => {
    const asked = labels.map((label) => own.includes(label));
    const rows = samples.flatMap((sample, i) => (sample.source === source ? [i] : []));
    if (rows.length === 0) return;
    const found = classificationMetrics(
      labels,
      rows.map((i) => samples[i].label),
      rows.map((i) => bestAmong(bothLogits(logits[i]), asked)),
    );
    const by = { accuracy: found.accuracy, 'macro-f1': found.macroF1, 'macro-recall': macroRecall(found) };
    bySource[name] = by[metric];
  });
  const scores = Object.values(bySource);
  return { mean: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length), bySource };
}
