import { allRows, NO_REVIEWS, otherRows, type RowIndices } from '../../../findings/data';
import { filterRows } from '../../../findings/filter/filter-rows';
import { RowStore } from '../../../findings/store/row-store';
import type { Condition, Filter } from '../../../shared/findings/filter';
import type { RowsPiece } from '../../../shared/findings/piece';
import type { Review, TextReview } from '../../../shared/findings/review';
import type { ReviewPlace } from '../../../shared/protocol/overview-to-host';
import { withCondition, withoutCondition } from '../filters/change-filter';
import { StoredReviews, type MovedReviews } from './stored-reviews';
import { FollowedRows } from './followed-rows';
import { withNumbers, withTexts } from './named-rows';
import { OverviewFigures } from './overview-figures';
import { daysIn } from './chosen-dates';
import { overviewRow, valueOf, type OverviewRow } from './overview-row';
import { ReviewQueue } from './review-queue';
import { RowOrders } from './row-orders';
import { RowSelection } from './row-selection';
import type { OverviewData, ViewChoices, OtherResults } from './overview-data';

export type { OverviewRow } from './overview-row';
export type { MeasuredAgainst } from './overview-figures';

/** A prediction with which another is compared. */
type RowBefore = Pick<OverviewRow, 'tone' | 'confidence'> & { readonly label: string };

const START: ViewChoices = { filter: [], tab: 'findings', sort: { by: 'row' } };

/** All rows, what is shown of them, and what a person does with them; the page draws it again whenever it changes. */
export class OverviewState implements OverviewData {
  store = new RowStore();
  view: ViewChoices = START;
  /** The reviews of rows, by the row's number. */
  reviews: ReadonlyMap<number, Review> = NO_REVIEWS;
  /** Reviews whose rows have other numbers now, or are gone; undefined: there are none of these. */
  placed: MovedReviews | undefined;
  /** Indices of the rows that the filter lets through. */
  shown: RowIndices = new Uint32Array();
  /** Results that these are compared with. */
  other: OtherResults | undefined;
  /** Why the filter cannot be used: its search has no valid pattern. */
  problem: string | undefined;
  /** The row that the reading pane shows, and whether it is open. */
  current: number | undefined;
  isReading = false;
  readonly figures: OverviewFigures;
  readonly queue: ReviewQueue;
  readonly selection = new RowSelection();
  private readonly kept = new StoredReviews();
  private readonly orders = new RowOrders();
  /** What was chosen and what was read, while rows are read again. */
  private readonly followed = new FollowedRows();
  private all: RowIndices = new Uint32Array();

  constructor(
    private readonly changed: () => void,
    private readonly keep: (view: ViewChoices) => void = () => undefined,
    /** Why a row could not be annotated, in the reader’s language. */
    private readonly rowError = (sentence: string): string => sentence,
  ) {
    this.figures = new OverviewFigures(this, changed);
    this.queue = new ReviewQueue(this, this.figures);
  }

  get agreed(): readonly number[] {
    return this.queue.agreed;
  }

  get filter(): Filter {
    return this.view.filter;
  }

  /** Whether what is shown can be compared with the rest. */
  get isFiltered(): boolean {
    return this.view.filter.length > 0 && this.shown.length < this.store.rows;
  }

  /** The results are read again: all rows are dropped. */
  restart(): void {
    this.followed.hold(this.store, this.selection, this.current);
    this.store = new RowStore();
    this.kept.restart();
    this.selection.clear();
    this.current = undefined;
    this.queue.forget();
    this.apply();
  }

  append(pieces: readonly RowsPiece[]): void {
    for (const piece of pieces) this.store.append(piece);
    this.addReviews(this.kept.matching(this.store));
    this.queue.restart();
    this.readDates();
    this.apply();
  }

  restore(view: Partial<ViewChoices>): void {
    this.view = { ...START, ...view };
    this.readDates();
    this.apply();
  }

  /** Takes over saved reviews: each is shown at the row with its text, as soon as that is read. */
  keepReviews(lines: readonly TextReview[]): void {
    this.kept.start(lines);
    this.placed = undefined;
    this.reviews = NO_REVIEWS;
    this.setReviews(this.kept.matching(this.store));
  }

  /** All rows are there: reviews go to the rows that have their texts. Returns where each belongs; undefined: where it was. */
  placeReviews(): (ReviewPlace | null)[] | undefined {
    this.followTexts();
    const placed = this.kept.place(this.store, (number) => this.reviews.has(number));
    this.placed = placed;
    if (!placed) return undefined;
    this.addReviews(placed.reviews);
    this.apply();
    return placed.places;
  }

  /**
   * All rows are there: those that were named, chosen or read are those with their texts. This is not saved, since the texts
   * decide the next time as well, and a run that was stopped lacks rows that may come back.
   */
  private followTexts(): void {
    const before = this.view;
    const placed = withNumbers(before, this.store);
    this.view = withTexts(placed, this.store);
    if (this.view !== placed) this.keep(this.view);
    this.current ??= this.followed.place(this.store, this.selection);
    // Of a million rows, what was counted while they came is not counted again without need.
    if (placed !== before) this.apply();
  }

  setReviews(reviews: readonly Review[]): void {
    this.reviews = new Map(reviews.map((review) => [review.row, review]));
    this.apply();
  }

  private addReviews(more: readonly Review[]): void {
    if (more.length === 0) return;
    // Reviews that the person made in the meantime are newer and win.
    this.reviews = new Map([...more.map((review) => [review.row, review] as const), ...this.reviews]);
  }

  /** To be called when reviews have changed. */
  changedReviews(): void {
    this.figures.outdate();
    this.changed();
  }

  set(change: Partial<ViewChoices>): void {
    const view = { ...this.view, ...(change.next && { nextTexts: undefined }), ...change };
    this.view = change.filter || change.next ? withTexts(view, this.store) : view;
    this.keep(this.view);
    if (change.filter) {
      this.figures.outdateShown();
      this.show();
    } else this.changed();
  }

  setFilter(filter: Filter): void {
    this.current = undefined;
    this.queue.restart();
    this.set({ filter });
  }

  add(condition: Condition): void {
    this.setFilter(withCondition(this.filter, condition));
  }

  drop(condition: Condition): void {
    this.setFilter(withoutCondition(this.filter, condition));
  }

  /** Goes through the rows that a training found most informative; no filter hides any of them. */
  reviewNext(next: readonly number[]): void {
    this.queue.restart();
    this.queue.choose('teaches');
    this.set({ next, filter: [], tab: 'review' });
  }

  /** The table with just these rows. */
  showRows(filter: Filter): void {
    this.current = undefined;
    this.set({ filter, tab: 'rows' });
  }

  /** A row among those that it stands with, in the reading pane. */
  openRow(index: number, filter: Filter): void {
    this.current = index;
    this.isReading = true;
    this.set({ filter, tab: 'rows' });
  }

  read(index: number | undefined, isReading = this.isReading): void {
    this.current = index;
    this.isReading = isReading;
    this.changed();
  }

  row(index: number): OverviewRow {
    return overviewRow(this.store, index, this.rowError);
  }

  /** What the other results predict of the same text. */
  before(index: number): RowBefore | undefined {
    const row = this.other && this.figures.rowBefore(index);
    if (row === undefined || this.other!.store.isDamaged(row)) return undefined;
    const { label, tone, confidence } = overviewRow(this.other!.store, row);
    return { label: label!, tone, confidence };
  }

  value(column: string, index: number): string {
    return valueOf(this.store, column, index);
  }

  /** What is shown, in the table's order. */
  get order(): RowIndices {
    return this.orders.of(this, { all: this.allRows(), shown: this.shown, sort: this.view.sort });
  }

  /** All rows that are not shown. */
  get rest(): RowIndices {
    return this.figures.once('rest', () => otherRows(this, this.shown));
  }

  /** What rows are compared by, in *Where*. */
  setWhere(where: readonly string[]): void {
    this.set({ where });
  }

  /** Takes the dates from a column that a person chose. */
  useDates(dates: string): void {
    this.set({ dates });
    this.readDates();
    this.apply();
  }

  /** @param isAsked whether to switch to the findings, which show the comparison */
  compareWith(other: OtherResults | undefined, isAsked = false): void {
    this.other = other;
    this.figures.outdate();
    if (isAsked) this.set({ tab: 'findings' });
    else this.changed();
  }

  /** The chosen period with the one before it. */
  compareWithBefore(): void {
    this.figures.outdate();
    this.set({ tab: 'findings', before: true });
  }

  setMeaning(meaning: Readonly<Record<string, string>>): void {
    this.store.setMeaning(meaning);
    this.orders.clear();
    this.queue.restart();
    this.apply();
  }

  refresh(): void {
    this.changed();
  }

  /** The same list as long as no rows are added: its orders in the table are kept while a filter is on. */
  private allRows(): RowIndices {
    if (this.all.length !== this.store.rows) this.all = allRows(this);
    return this.all;
  }

  private readDates(): void {
    const { dates } = this.view;
    this.orders.clear();
    this.store.setDays(dates === undefined ? undefined : daysIn(this.store, dates));
  }

  /** Everything may have changed: figures are computed again when they are asked for. */
  private apply(): void {
    this.figures.outdate();
    this.show();
  }

  /** Counts again what the filter lets through. */
  private show(): void {
    this.problem = undefined;
    try {
      this.shown = this.filter.length === 0 ? this.allRows() : filterRows(this, this.filter);
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      this.shown = new Uint32Array();
    }
    this.changed();
  }
}
