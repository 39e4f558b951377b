import type { Share } from '../../shared/findings/figures';
import type { Condition, Filter } from '../../shared/findings/filter';
import { seededRandom, shuffle } from '../../shared/random';
import type { Data, RowIndices } from '../data';
import { shareOf } from '../figures/statistics';
import { filterRows } from '../filter/filter-rows';
import type { RowStore } from '../store/row-store';

const SEED = 12_345;
/** At most this share of the rows drawn may have no review, because they were skipped. */
const MOST_LEFT = 0.1;

const orders = new WeakMap<RowStore, { readonly rows: number; readonly order: readonly number[] }>();

/** Some rows in random order, always the same: that of fewer rows is the order of all, with the others left out. */
export function randomOrder(store: RowStore, rows: RowIndices): number[] {
  const among = new Uint8Array(store.rows);
  for (const row of rows) among[row] = 1;
  return orderOfAll(store).filter((row) => among[row] === 1);
}

/** Kept until rows are added. */
function orderOfAll(store: RowStore): readonly number[] {
  const known = orders.get(store);
  if (known?.rows === store.rows) return known.order;
  const whole: number[] = [];
  for (let row = 0; row < store.rows; row++) if (!store.isDamaged(row)) whole.push(row);
  const order = shuffle(whole, seededRandom(SEED));
  orders.set(store, { rows: store.rows, order });
  return order;
}

/** Conditions on reviews: rows that they choose are no random sample. */
const isOfReviews = (condition: Condition): boolean =>
  condition.kind === 'review' || (condition.kind === 'agreement' && condition.against === 'reviews');

/**
 * The true accuracy over the rows that a filter lets through, from those that were drawn at random and reviewed. A drawn
 * row that was reviewed in another order counts as well: without the likely errors, which come first there, the sample
 * would be too good. Where the reviewed rows were drawn from other rows than these, there is no estimate.
 */
export function trueAccuracy(data: Data, filter: Filter): Share | undefined {
  const { store, reviews } = data;
  if (![...reviews.values()].some(({ order, label }) => order === 'random' && label !== undefined)) return undefined;
  const rows = filterRows(
    data,
    filter.filter((condition) => !isOfReviews(condition)),
  );
  let [right, reviewed] = [0, 0];
  let found: Share | undefined;
  randomOrder(store, rows).forEach((row, at) => {
    const review = reviews.get(store.numbers.values[row]);
    if (review?.label === undefined) return;
    reviewed++;
    if (review.label === store.labels[store.predictions.values[row]]) right++;
    const isSample = at + 1 - reviewed <= MOST_LEFT * (at + 1);
    if (isSample && review.order === 'random') found = shareOf(right, reviewed);
  });
  return found;
}
