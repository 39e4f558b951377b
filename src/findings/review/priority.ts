import { REASONS } from '../../shared/overview';
import type { Data } from '../data';
import { targetLabel } from '../filter/agreement';

/** How much each reason raises a row's priority; disagreement with the file's label is weighted by the confidence. */
const WORTH: Readonly<Record<(typeof REASONS)[number], number>> = {
  wrong: 2,
  tie: 1,
  unsure: 0.6,
  unfaithful: 0.3,
  'one-word': 0.2,
};

/** How much a row is worth a second look; 0: not at all. Rows that the file's own label contradicts come first. */
export function priorities(data: Data): Float32Array {
  const { store } = data;
  const label = targetLabel(data, 'file');
  const worth = new Float32Array(store.rows);
  for (let row = 0; row < store.rows; row++) {
    if (store.isDamaged(row)) continue;
    const bits = store.reasons.values[row];
    const given = label(row);
    const isWrong = given >= 0 && given !== store.predictions.values[row];
    if (bits === 0 && !isWrong) continue;
    const [first, second] = [store.confidences.values[row], store.seconds.values[row]];
    let value = isWrong ? WORTH.wrong + first / 10_000 : 0;
    REASONS.forEach((reason, bit) => {
      if (bits & (1 << bit)) value += WORTH[reason];
    });
    worth[row] = value + 0.1 * (1 - (first - second) / 10_000);
  }
  return worth;
}
