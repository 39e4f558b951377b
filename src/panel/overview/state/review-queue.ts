import { kappa } from '../../../findings/figures/kappa';
import { priorities } from '../../../findings/review/priority';
import { placeReviews, type PlacedReviews } from '../../../findings/review/place-reviews';
import { randomOrder, trueAccuracy } from '../../../findings/review/estimate';
import type { KappaFigure, Share } from '../../../shared/findings/figures';
import type { Review, ReviewOrder, TextReview } from '../../../shared/findings/review';
import type { OverviewFigures } from './overview-figures';
import { overviewRow } from './overview-row';
import type { OverviewData } from './overview-data';

/** Another person's reviews. */
export interface SecondAnnotator {
  readonly name: string;
  readonly reviews: readonly TextReview[];
}

/** A row that was decided, and its review from before. */
interface Decided {
  readonly row: number;
  readonly before: Review | undefined;
}

/** Rows of an order that are worked through at once. */
const AT_ONCE = 24;
const RANDOM_AT_ONCE = 30;

/** The rows that a person goes through, in one of three orders; what is decided leaves the queue and stays counted. */
export class ReviewQueue {
  order: ReviewOrder = 'priority';
  second: SecondAnnotator | undefined;
  /** Rows that were skipped since the page was opened. */
  private skipped = new Set<number>();
  private readonly made = new Map<ReviewOrder, readonly number[]>();
  /** Rows in the order in which they were decided, with what was said of them before, for taking back. */
  private readonly decided: Decided[] = [];

  constructor(
    private readonly overview: OverviewData,
    private readonly figures: OverviewFigures,
  ) {}

  restart(): void {
    this.made.clear();
    this.skipped = new Set();
  }

  /** Rows are read again: what was decided of those before cannot be taken back here. */
  forget(): void {
    this.decided.length = 0;
    this.restart();
  }

  /** All rows of the order, reviewed or not; made once, so that deciding does not shuffle what is left. */
  rows(order: ReviewOrder = this.order): readonly number[] {
    const known = this.made.get(order);
    if (known) return known;
    const made = this.make(order);
    this.made.set(order, made);
    return made;
  }

  /** Rows of the order that have no review yet; skipped ones last. */
  get waiting(): readonly number[] {
    const open = this.rows().filter((row) => !this.isReviewed(row));
    return [...open.filter((row) => !this.skipped.has(row)), ...open.filter((row) => this.skipped.has(row))];
  }

  get reviewed(): readonly number[] {
    return this.rows().filter((row) => this.isReviewed(row));
  }

  isReviewed(row: number): boolean {
    return this.reviewOf(row)?.label !== undefined;
  }

  /** Whether a training found this row worth labelling next. */
  isNext(row: number): boolean {
    return this.overview.view.next?.includes(this.overview.store.numbers.values[row]) === true;
  }

  reviewOf(row: number): Review | undefined {
    return this.overview.reviews.get(this.overview.store.numbers.values[row]);
  }

  choose(order: ReviewOrder): void {
    this.order = order;
    this.made.delete(order);
    this.skipped = new Set();
  }

  skip(row: number): void {
    this.skipped.delete(row);
    this.skipped.add(row);
  }

  /** Remembers that a row is about to be decided. */
  did(row: number): void {
    this.decided.push({ row, before: this.reviewOf(row) });
  }

  /** The row that was reviewed last; undefined: none since the page was opened. */
  last(): Decided | undefined {
    return this.decided.pop();
  }

  /** How many reviews agree with the prediction, with the file's label, or with neither. */
  get sums(): {
    readonly kept: number;
    readonly fileKept: number;
    readonly neither: number;
    readonly corrected: number;
  } {
    return this.figures.once('sums', () => {
      const { store, reviews } = this.overview;
      let [kept, fileKept, neither, corrected] = [0, 0, 0, 0];
      for (let row = 0; row < store.rows; row++) {
        const label = reviews.size > 0 ? reviews.get(store.numbers.values[row])?.label : undefined;
        if (label === undefined) continue;
        const { label: predicted, meant } = overviewRow(store, row);
        if (label !== predicted) corrected++;
        if (label === predicted) kept++;
        else if (label === meant) fileKept++;
        else neither++;
      }
      return { kept, fileKept, neither, corrected };
    });
  }

  get accuracy(): Share | undefined {
    return this.figures.once('true accuracy', () => trueAccuracy(this.overview, this.overview.filter));
  }

  get kappa(): KappaFigure | undefined {
    const { placed } = this;
    return placed && this.figures.once('kappa', () => kappa(this.overview.reviews.values(), placed.reviews));
  }

  /** The second person's reviews, at the rows here that have the same texts. */
  get placed(): PlacedReviews | undefined {
    const { second, overview } = this;
    const isReviewed = (number: number) => overview.reviews.get(number)?.label !== undefined;
    return second && this.figures.once('placed', () => placeReviews(overview.store, second.reviews, isReviewed));
  }

  /** Numbers of the rows to which both people gave the same label. */
  get agreed(): readonly number[] {
    const reviews = this.placed?.reviews ?? [];
    return reviews
      .filter(({ row, label }) => label !== undefined && this.overview.reviews.get(row)?.label === label)
      .map(({ row }) => row);
  }

  /** How many rows of the order come after the current batch, at most a whole batch. */
  get more(): number {
    return this.figures.once('more', () => this.make(this.order).filter((row) => !this.isReviewed(row)).length);
  }

  /**
   * The rows of an order that the filter lets through, in batches: the next batch is added when all rows so far are
   * reviewed.
   */
  private make(order: ReviewOrder): readonly number[] {
    const all = this.ordered(order);
    const atOnce =
      order === 'random' ? RANDOM_AT_ONCE : order === 'teaches' ? Math.max(AT_ONCE, this.next.size) : AT_ONCE;
    const open = all.findIndex((row) => !this.isReviewed(row));
    return all.slice(0, open < 0 ? all.length : (Math.floor(open / atOnce) + 1) * atOnce);
  }

  private ordered(order: ReviewOrder): readonly number[] {
    const { overview } = this;
    const { store } = overview;
    if (order === 'random') return randomOrder(store, overview.shown);
    const from = [...overview.shown].filter((row) => !store.isDamaged(row));
    const worth = order === 'priority' ? priorities(overview) : informativeness(overview, this.next);
    return from.filter((row) => worth[row] > 0).sort((a, b) => worth[b] - worth[a] || a - b);
  }

  /** By number of a row: its place, from 0, among the rows that a training named as the most useful to label next. */
  private get next(): ReadonlyMap<number, number> {
    return new Map(this.overview.view.next?.map((number, place) => [number, place]));
  }
}

/**
 * How informative each row is: rows that a training named come first, in its order; then those of which the model is
 * least sure, with the smallest margin between the two likeliest labels.
 */
function informativeness({ store }: OverviewData, next: ReadonlyMap<number, number>): Float32Array {
  const worth = new Float32Array(store.rows);
  for (let row = 0; row < store.rows; row++) {
    if (store.isDamaged(row)) continue;
    const place = next.get(store.numbers.values[row]);
    const margin = (store.confidences.values[row] - store.seconds.values[row]) / 10_000;
    worth[row] = place === undefined ? 1.0001 - margin : 2 + next.size - place;
  }
  return worth;
}
