import type { Data, RowIndices } from '../../../findings/data';
import type { RowStore } from '../../../findings/store/row-store';
import type { Filter, Sort } from '../../../shared/findings/filter';
import type { Tab } from '../parts/tabs';

/** What a person set up on the page; kept beside the results. */
export interface ViewChoices {
  readonly filter: Filter;
  readonly tab: Tab;
  /** Numbers of the rows that a training found most informative, in its order; left out: there was no training. */
  readonly next?: readonly number[];
  /** Fingerprints of their texts. */
  readonly nextTexts?: readonly number[] | undefined;
  /** Columns by which *Where* compares; left out: the page's own choice. */
  readonly where?: readonly string[];
  /** Columns of the table; left out: the page's own choice. */
  readonly columns?: readonly string[];
  readonly sort: Sort;
  /** The column that holds the date, where a person chose one. */
  readonly dates?: string;
  /** Whether a chosen period is compared with the one before, not with all others. */
  readonly before?: boolean;
}

/** Other results, all of them. */
export interface OtherResults {
  readonly name: string;
  readonly store: RowStore;
}

/** What figures and the review queue are about. */
export interface OverviewData extends Data {
  readonly view: ViewChoices;
  readonly filter: Filter;
  /** Indices of the rows that the filter lets through, and of all others. */
  readonly shown: RowIndices;
  readonly rest: RowIndices;
  /** Whether what is shown can be compared with the rest. */
  readonly isFiltered: boolean;
  /** Results that these are compared with. */
  readonly other: OtherResults | undefined;
  /** Numbers of the rows to which two people gave the same label. */
  readonly agreed: readonly number[];
}
