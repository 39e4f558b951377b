import type { AccuracyFigure, CalibrationBin, ClassFigure, ThresholdPoint } from '../../shared/findings/figures';
import { NO_LABEL } from '../../shared/findings/piece';
import type { Against } from '../../shared/findings/filter';
import type { Data, RowIndices } from '../data';
import { targetLabel } from '../filter/agreement';
import { shareOf } from './statistics';

const BINS = 10;
/** Confidence in whole percent, 0–100. */
const STEPS = 101;
/** Confidences are held in 1/10,000. */
const FINEST = 10_000;

/** Predictions against the file's labels, or against reviews. Undefined if no row can be compared. */
export function accuracy(data: Data, rows: RowIndices, against: Against): AccuracyFigure | undefined {
  const { store } = data;
  const target = targetLabel(data, against);
  const ordered = store.orderedLabels();
  const place = store.labels.map((label) => ordered.indexOf(label));
  const matrix = ordered.map(() => ordered.map(() => 0));
  // By confidence in 1/10,000: bins and steps are sums of these.
  const [all, rightOnes] = [new Uint32Array(FINEST + 1), new Uint32Array(FINEST + 1)];
  const pairs = new Uint32Array(ordered.length ** 2);
  const [predictions, confidences] = [store.predictions.values, store.confidences.values];
  for (const row of rows) {
    const prediction = predictions[row];
    if (prediction === NO_LABEL) continue;
    const label = target(row);
    if (label < 0) continue;
    pairs[label * ordered.length + prediction]++;
    all[confidences[row]]++;
    if (label === prediction) rightOnes[confidences[row]]++;
  }
  pairs.forEach((count, at) => {
    matrix[place[Math.floor(at / ordered.length)]][place[at % ordered.length]] += count;
  });
  const bins = Array.from({ length: BINS }, () => ({ rows: 0, right: 0, confidence: 0 }));
  const steps = Array.from({ length: STEPS }, () => ({ rows: 0, right: 0 }));
  let [compared, right] = [0, 0];
  for (let confidence = 0; confidence <= FINEST; confidence++) {
    if (all[confidence] === 0) continue;
    const bin = bins[Math.min(BINS - 1, Math.floor((confidence / FINEST) * BINS))];
    for (const one of [bin, steps[Math.floor(confidence / 100)]]) {
      one.rows += all[confidence];
      one.right += rightOnes[confidence];
    }
    bin.confidence += (confidence / FINEST) * all[confidence];
    compared += all[confidence];
    right += rightOnes[confidence];
  }
  if (compared === 0) return undefined;
  const calibration = bins.flatMap((bin, at): CalibrationBin[] =>
    bin.rows === 0
      ? []
      : [
          {
            from: at / BINS,
            to: (at + 1) / BINS,
            rows: bin.rows,
            confidence: bin.confidence / bin.rows,
            accuracy: shareOf(bin.right, bin.rows),
          },
        ],
  );
  const classes = classesOf(ordered, matrix);
  const scores = classes.flatMap(({ f1 }) => f1 ?? []);
  return {
    labels: ordered,
    matrix,
    compared,
    accuracy: shareOf(right, compared),
    macroF1: scores.reduce((sum, f1) => sum + f1, 0) / scores.length,
    classes,
    calibration,
    calibrationError: calibration.reduce(
      (sum, bin) => sum + (bin.rows / compared) * Math.abs(bin.accuracy.value - bin.confidence),
      0,
    ),
    thresholds: thresholdsOf(steps),
  };
}

/** Figures for each label; labels that occur neither in the file nor as a prediction are left out. */
function classesOf(labels: readonly string[], matrix: readonly (readonly number[])[]): ClassFigure[] {
  return labels.map((label, at) => {
    const [right, there] = [matrix[at][at], matrix[at].reduce((sum, rows) => sum + rows, 0)];
    const said = matrix.reduce((sum, row) => sum + row[at], 0);
    return {
      label,
      rows: there,
      ...(said > 0 && { precision: right / said }),
      ...(there > 0 && { recall: right / there }),
      ...(said + there > 0 && { f1: (2 * right) / (said + there) }),
    };
  });
}

function thresholdsOf(steps: readonly { readonly rows: number; readonly right: number }[]): ThresholdPoint[] {
  const points: ThresholdPoint[] = [];
  let [kept, right] = [0, 0];
  for (let step = steps.length - 1; step >= 0; step--) {
    kept += steps[step].rows;
    right += steps[step].right;
    points.push({ threshold: step / 100, kept, ...(kept > 0 && { accuracy: shareOf(right, kept) }) });
  }
  return points.reverse();
}
