import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/random';
import { softmax } from '../../model/probabilities';
import { calibrationError, temperatureOf, type CalibrationSample } from './calibration';

/** Rows whose labels are drawn from their own probabilities, and whose logits are then multiplied by `sharper`. */
function drawn(count: number, sharper: number): CalibrationSample[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => {
    const logits = [0, 1, 2].map(() => 3 * (random() - 0.5));
    const [a, b] = softmax(logits);
    const at = random();
    return { logits: logits.map((z) => z * sharper), label: at < a ? 0 : at < a + b ? 1 : 2 };
  });
}

describe('calibration', () => {
  it('finds by how much the logits are too large', () => {
    expect(temperatureOf(drawn(6000, 2.5))).toBeCloseTo(2.5, 0);
    expect(temperatureOf(drawn(6000, 0.4))).toBeCloseTo(0.4, 1);
  });

  it('has no error where confidence equals accuracy, and the known error where it does not', () => {
    const rows = drawn(6000, 3);
    expect(calibrationError(rows, 3)).toBeLessThan(0.02);
    expect(calibrationError(rows)).toBeGreaterThan(0.15);
    // Four rows at 0.9 of which three are right: |3/4 − 0.9|.
    const sure: CalibrationSample[] = [0, 0, 0, 1].map((label) => ({ logits: [Math.log(9), 0], label }));
    expect(calibrationError(sure)).toBeCloseTo(0.15, 9);
  });

  it('weighs rows', () => {
    const rows: CalibrationSample[] = [
      { logits: [1, 0], label: 0, weight: 3 },
      { logits: [1, 0], label: 1, weight: 1 },
    ];
    // Likeliest where softmax([1/T, 0])[0] = 3/4: 1/T = ln 3.
    expect(temperatureOf(rows)).toBeCloseTo(1 / Math.log(3), 3);
  });
});
