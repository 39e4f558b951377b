import { placeReviews } from '../../../findings/review/place-reviews';
import { rowsNumbered } from '../../../findings/store/numbered';
import { OWN_COLUMNS } from '../../../findings/store/result-row';
import type { RowStore } from '../../../findings/store/row-store';
import type { Review, TextReview } from '../../../shared/findings/review';
import type { ReviewPlace } from '../../../shared/protocol/overview-to-host';

/** How many reviews were moved because their rows have other numbers than when they were written. */
export interface MovedReviews {
  /** Found at another number. */
  readonly moved: number;
  /** No row has their text. */
  readonly strange: readonly TextReview[];
}

/**
 * A person's own reviews, as they were kept. Each belongs to the row with its text: the file may have changed since, and its
 * rows may have other numbers.
 */
export class StoredReviews {
  private lines: readonly TextReview[] = [];
  private waiting = new Map<number, TextReview[]>();
  private looked = 0;

  start(lines: readonly TextReview[]): void {
    this.lines = lines;
    this.restart();
  }

  /** Rows come in anew. */
  restart(): void {
    this.looked = 0;
    this.waiting = new Map();
    for (const line of this.lines) this.waiting.set(line.row, [...(this.waiting.get(line.row) ?? []), line]);
  }

  /** Reviews of the rows that came since, where number and text are what they were. */
  matching(store: RowStore): Review[] {
    const found: Review[] = [];
    for (; this.waiting.size > 0 && this.looked < store.rows; this.looked++) {
      const row = this.looked;
      const number = store.numbers.values[row];
      const lines = this.waiting.get(number);
      if (!lines || store.isDamaged(row)) continue;
      const text = store.text(row);
      const line = lines.find((one) => one.text === text);
      if (line) found.push(line);
    }
    return found;
  }

  /**
   * All rows are there. `places` has one for each review, in the order in which they came; undefined: each is where it was.
   *
   * @param isReviewed whether a row has a review by now: that one is newer
   */
  place(
    store: RowStore,
    isReviewed: (number: number) => boolean,
  ): (MovedReviews & { readonly reviews: readonly Review[]; readonly places: (ReviewPlace | null)[] }) | undefined {
    const { lines } = this;
    if (lines.length === 0) return undefined;
    const { numbers, reviews } = placeReviews(store, lines);
    const moved = lines.filter((line) => numbers.has(line) && numbers.get(line) !== line.row);
    const strange = lines.filter((line) => !numbers.has(line));
    if (moved.length + strange.length === 0) return undefined;
    const places = placesIn(store, new Set(moved.map((line) => numbers.get(line)!)));
    return {
      moved: moved.length,
      strange,
      reviews: reviews.filter(({ row }) => !isReviewed(row)),
      places: lines.map((line) => {
        const number = numbers.get(line);
        return number === undefined ? null : (places.get(number) ?? { row: number });
      }),
    };
  }
}

/** Where rows stand in their files, by number. */
function placesIn(store: RowStore, wanted: ReadonlySet<number>): Map<number, ReviewPlace> {
  const file = store.column(OWN_COLUMNS.file);
  const places = [...rowsNumbered(store, wanted)].map(([number, row]) => {
    const name = file ? store.value(file, row) : '';
    return [number, { row: number, ...(name !== '' && { file: name }), line: store.lines.values[row] }] as const;
  });
  return new Map(places);
}
