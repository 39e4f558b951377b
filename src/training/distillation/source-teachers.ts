import { mixSeed } from '../../shared/random';
import { softmax } from '../../model/probabilities';
import { calibrationError, temperatureOf, type CalibrationSample } from '../evaluation/calibration';
import { fitLinear, LINEAR_DEFAULTS, oddsOf, linearProbabilities, type SparseRow } from './linear';
import { ngramFeatures, type NgramKinds } from './ngram-features';

/** One text that a teacher is trained on, or only predicts. */
export interface DistillationRow {
  readonly tokens: readonly string[];
  /** Index into the teacher's labels; absent: only predicted. */
  readonly label?: number;
  /** No text is predicted by a teacher that was trained on another text of its group (copies; a review and its edited twin). */
  readonly group: string;
}

export interface DistillationData {
  readonly rows: readonly DistillationRow[];
  /** How many labels there are. */
  readonly labels: number;
  readonly kinds: NgramKinds;
  readonly balance: number;
  readonly seed: number;
}

export interface SoftLabels {
  /** The probabilities of the labels, one array for each row. */
  readonly softLabels: number[][];
  /** On labelled rows, out of fold. */
  readonly accuracy: number;
  readonly calibrationError: number;
}

const FOLDS = 4;

/**
 * Soft labels from linear n-gram classifiers by four-fold cross-fitting: a labelled text is predicted by the classifier that
 * was fitted to the other three quarters, an unlabelled text by the mean of all four. A temperature calibrates the
 * probabilities.
 */
export function outOfFoldPredictions({ rows: texts, labels, kinds, balance, seed }: DistillationData): SoftLabels {
  const featuresOf = ngramFeatures(kinds);
  const features = texts.map(({ tokens }) => featuresOf(tokens));
  const foldOf = texts.map(({ group }) => mixSeed(seed, group) % FOLDS);
  const sums = texts.map(() => new Array<number>(labels).fill(0));
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = texts.flatMap(({ label }, i) => (label !== undefined && foldOf[i] !== fold ? [i] : []));
    const lines: SparseRow[] = fitLinear(
      fitted.map((i) => features[i]),
      fitted.map((i) => texts[i].label ?? 0),
      labels,
      { ...LINEAR_DEFAULTS, balance, seed, features: 2 ** kinds.bits },
    );
    texts.forEach(({ label }, i) => {
      if (label !== undefined && foldOf[i] !== fold) return;
      const part = label === undefined ? 1 / FOLDS : 1;
      linearProbabilities(oddsOf(lines, features[i])).forEach((p, k) => (sums[i][k] += part * p));
    });
  }
  return calibrated(texts, sums, labels, balance);
}

/** Calibrates probabilities on the labelled texts, each label with the same weight as in the fit. */
function calibrated(
  texts: readonly DistillationRow[],
  sums: readonly number[][],
  labels: number,
  balance: number,
): SoftLabels {
  const logits = sums.map((row) => row.map((p) => Math.log(Math.max(p, 1e-6))));
  const sizes = Array.from({ length: labels }, (_, k) => texts.filter(({ label }) => label === k).length);
  const rows = texts.flatMap(({ label }, i): CalibrationSample[] =>
    label === undefined ? [] : [{ logits: logits[i], label, weight: sizes[label] ** -balance }],
  );
  const temperature = temperatureOf(rows);
  const right = rows.filter(({ logits: of, label }) => of.indexOf(Math.max(...of)) === label).length;
  return {
    softLabels: logits.map((row) => softmax(row, temperature)),
    accuracy: right / Math.max(1, rows.length),
    calibrationError: calibrationError(rows, temperature),
  };
}
