import type { Review, TextReview } from '../../shared/findings/review';
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

/**
 * Finds the rows that reviews are about: another person's, or one's own of a file that has changed since. There may be other
 * rows, or the same in another order, so that the text decides and not the number. Among copies of a text, that of the same number is taken, and of the others
 * one after the other, those that were reviewed here first.
 */
export function placeReviews<Kind extends TextReview>(
  store: RowStore,
  theirs: readonly Kind[],
  isReviewed: (number: number) => boolean = () => false,
): PlacedReviews<Kind> {
  const free = rowsOfTexts(store, new Set(theirs.map(({ text }) => text)));
  const sorted = [...theirs].sort((a, b) => a.row - b.row);
  const numbers = new Map<Kind, number>();
  for (const review of sorted) {
    if (free.get(review.text)?.delete(review.row)) numbers.set(review, review.row);
  }
  for (const review of sorted) {
    const copies = free.get(review.text);
    if (numbers.has(review) || !copies) continue;
    const number = [...copies].find(isReviewed) ?? [...copies][0];
    if (number === undefined) continue;
    copies.delete(number);
    numbers.set(review, number);
  }
  return {
    numbers,
    reviews: sorted.flatMap((review) => (numbers.has(review) ? [{ ...review, row: numbers.get(review)! }] : [])),
    strange: sorted.length - numbers.size,
  };
}

/** Numbers of the rows that have one of these texts, by text. */
function rowsOfTexts(store: RowStore, texts: ReadonlySet<string>): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  const lengths = new Set([...texts].map(({ length }) => length));
  for (let row = 0; row < store.rows; row++) {
    // Of a million rows, the texts of few are looked at.
    if (store.isDamaged(row) || !lengths.has(store.textLength(row))) continue;
    const text = store.text(row);
    if (!texts.has(text)) continue;
    const number = store.numbers.values[row];
    const rows = found.get(text);
    if (rows) rows.add(number);
    else found.set(text, new Set([number]));
  }
  return found;
}
