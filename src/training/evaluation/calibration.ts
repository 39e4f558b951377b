import { softmax } from '../../model/probabilities';

/** The logits of one row, the index of its label, and the labels of its source (other labels are ignored). */
export interface CalibrationSample {
  readonly logits: readonly number[];
  readonly label: number;
  /** The weight of the row in a mean over rows. */
  readonly weight?: number;
}

/**
 * The temperature that maximises the likelihood of the labels (Guo et al. 2017, "On calibration of modern neural networks"),
 * found by golden-section search over its logarithm, where the likelihood has one maximum.
 */
export function temperatureOf(rows: readonly CalibrationSample[]): number {
  const loss = (log: number): number =>
    rows.reduce((sum, { logits, label, weight = 1 }) => {
      const p = softmax(logits, Math.exp(log))[label];
      return sum - weight * Math.log(Math.max(p, 1e-12));
    }, 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.1), Math.log(10)];
  for (let i = 0; i < 40; i++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

const BINS = 15;

/** Expected calibration error (Naeini et al. 2015): |share right − mean confidence| over 15 bins, weighted by their numbers of rows. */
export function calibrationError(rows: readonly CalibrationSample[], temperature = 1): number {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const { logits, label } of rows) {
    const probabilities = softmax(logits, temperature);
    const confidence = Math.max(...probabilities);
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    bin.confidence += confidence;
    if (probabilities.indexOf(confidence) === label) bin.right++;
  }
  const gap = bins.reduce((sum, { confidence, right }) => sum + Math.abs(right - confidence), 0);
  return rows.length === 0 ? 0 : gap / rows.length;
}
