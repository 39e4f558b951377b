import { mixSeed } from '../../shared/random';
import { softmax } from '../../model/probabilities';
import { calibrationError, temperatureOf, type CalibrationSample } from '../evaluation/calibration';
import { fitLinear, LINEAR_DEFAULTS, oddsOf, linearProbabilities, type SparseRow } from './linear';
import { ngramFeatures, type NgramKinds } from './ngram-features';

/** One text that a teacher learns from, or only judges. */
export interface DistillationRow {
  readonly tokens: readonly string[];
  /** Index into the teacher's labels; absent: only judged. */
  readonly label?: number;
  /** Texts of one group are never judged by who saw one of them: a review and its edited twin, copies. */
  readonly group: string;
}

export interface Lessons {
  readonly lessons: readonly DistillationRow[];
  /** How many labels there are. */
  readonly labels: number;
  readonly kinds: NgramKinds;
  readonly balance: number;
  readonly seed: number;
}

export interface SoftLabels {
  /** Probabilities of the labels, one array a lesson. */
  readonly judgement: number[][];
  /** On labelled lessons, each judged by who did not see it. */
  readonly accuracy: number;
  readonly calibrationError: number;
}

const FOLDS = 4;

/**
 * Linear models on n-grams as teachers, without flattery: labelled texts are judged by one that was fitted to the other
 * three quarters, unlabelled ones by the mean of all. Their probabilities are made honest by a temperature.
 */
export function outOfFoldPredictions({ lessons, labels, kinds, balance, seed }: Lessons): SoftLabels {
  const featuresOf = ngramFeatures(kinds);
  const features = lessons.map(({ tokens }) => featuresOf(tokens));
  const foldOf = lessons.map(({ group }) => mixSeed(seed, group) % FOLDS);
  const sums = lessons.map(() => new Array<number>(labels).fill(0));
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = lessons.flatMap(({ label }, i) => (label !== undefined && foldOf[i] !== fold ? [i] : []));
    const lines: SparseRow[] = fitLinear(
      fitted.map((i) => features[i]),
      fitted.map((i) => lessons[i].label ?? 0),
      labels,
      { ...LINEAR_DEFAULTS, balance, seed, features: 2 ** kinds.bits },
    );
    lessons.forEach(({ label }, i) => {
      if (label !== undefined && foldOf[i] !== fold) return;
      const part = label === undefined ? 1 / FOLDS : 1;
      linearProbabilities(oddsOf(lines, features[i])).forEach((p, k) => (sums[i][k] += part * p));
    });
  }
  return honest(lessons, sums, labels, balance);
}

/** Tempers probabilities by what came true, each label weighed as in the fit. */
function honest(
  lessons: readonly DistillationRow[],
  sums: readonly number[][],
  labels: number,
  balance: number,
): SoftLabels {
  const logits = sums.map((row) => row.map((p) => Math.log(Math.max(p, 1e-6))));
  const sizes = Array.from({ length: labels }, (_, k) => lessons.filter(({ label }) => label === k).length);
  const rows = lessons.flatMap(({ label }, i): CalibrationSample[] =>
    label === undefined ? [] : [{ logits: logits[i], label, weight: sizes[label] ** -balance }],
  );
  const temperature = temperatureOf(rows);
  const right = rows.filter(({ logits: of, label }) => of.indexOf(Math.max(...of)) === label).length;
  return {
    judgement: logits.map((row) => softmax(row, temperature)),
    accuracy: right / Math.max(1, rows.length),
    calibrationError: calibrationError(rows, temperature),
  };
}
