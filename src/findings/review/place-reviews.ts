import type { Review, TextReview } from '../../shared/findings/review';
import { placeRows, type TextKey } from '../store/place-rows';
import type { RowStore } from '../store/row-store';

/** Reviews, each at the row of these results that has its text. */
export interface PlacedReviews<Kind extends TextReview = TextReview> {
  /** With the numbers that the rows have here. */
  readonly reviews: readonly Review[];
  /** The numbers that the rows have here, by review. */
  readonly numbers: ReadonlyMap<Kind, number>;
  /** Reviews whose text no row here has, or fewer rows than were reviewed. */
  readonly strange: number;
}

const WHOLE_TEXT: TextKey<string> = { of: (text) => text, length: (text) => text.length, ofLength: (length) => length };

/**
 * Finds the rows that reviews are about: another person's, or one's own of a file that has changed since. There may be other
 * rows, or the same in another order, so that the text decides and not the number; of copies, those that were reviewed here are preferred.
 */
export function placeReviews<Kind extends TextReview>(
  store: RowStore,
  theirs: readonly Kind[],
  isReviewed?: (number: number) => boolean,
): PlacedReviews<Kind> {
  const sorted = [...theirs].sort((a, b) => a.row - b.row);
  const numbers = placeRows(store, sorted, ({ text }) => text, WHOLE_TEXT, isReviewed);
  return {
    numbers,
    reviews: sorted.flatMap((review) => (numbers.has(review) ? [{ ...review, row: numbers.get(review)! }] : [])),
    strange: sorted.length - numbers.size,
  };
}
