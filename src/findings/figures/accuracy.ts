import type { AccuracyFigure, CalibrationBin, ClassFigure, ThresholdPoint } from '../../shared/findings/figures';
import type { Against } from '../../shared/findings/filter';
import type { Data, Rows } from '../data';
import { targetLabel } from '../filter/agreement';
import { shareOf } from './statistics';

const BINS = 10;
/** Confidence in whole percent, 0–100. */
const STEPS = 101;

/** Predictions against the file's labels, or against reviews. Undefined where no row can be compared. */
export function accuracy(data: Data, rows: Rows, against: Against): AccuracyFigure | undefined {
  const { store } = data;
  const target = targetLabel(data, against);
  const ordered = store.orderedLabels();
  const place = store.labels.map((label) => ordered.indexOf(label));
  const matrix = ordered.map(() => ordered.map(() => 0));
  const bins = Array.from({ length: BINS }, () => ({ rows: 0, right: 0, confidence: 0 }));
  const steps = Array.from({ length: STEPS }, () => ({ rows: 0, right: 0 }));
  let [compared, right] = [0, 0];
  for (const row of rows) {
    if (store.isDamaged(row)) continue;
    const label = target(row);
    if (label < 0) continue;
    const prediction = store.predictions.values[row];
    const confidence = store.confidences.values[row] / 10_000;
    const isRight = Number(label === prediction);
    matrix[place[label]][place[prediction]]++;
    compared++;
    right += isRight;
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    bin.rows++;
    bin.right += isRight;
    bin.confidence += confidence;
    const step = steps[Math.floor(store.confidences.values[row] / 100)];
    step.rows++;
    step.right += isRight;
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

/** Of labels that neither the file nor a prediction has there is nothing to say. */
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
