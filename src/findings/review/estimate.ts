import type { Share } from '../../shared/findings/figures';
import type { Data } from '../data';
import { shareOf } from '../figures/statistics';

/** The true accuracy, from rows that were drawn at random and reviewed; those that were chosen say nothing about it. */
export function trueAccuracy({ store, reviews }: Data): Share | undefined {
  let [right, all] = [0, 0];
  for (let row = 0; row < store.rows; row++) {
    const review = reviews.get(store.numbers.values[row]);
    if (review?.order !== 'random' || review.label === undefined || store.isDamaged(row)) continue;
    all++;
    if (review.label === store.labels[store.predictions.values[row]]) right++;
  }
  return all === 0 ? undefined : shareOf(right, all);
}
