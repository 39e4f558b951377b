/** In what order a row was given to a person; only rows drawn at random estimate the true accuracy. */
export type ReviewOrder = 'priority' | 'teaches' | 'random';

/** A part of a text that a person underlined as the reason; UTF-16 offsets. */
export interface UnderlinedSpan {
  readonly start: number;
  readonly end: number;
}

/** What a person says of a row. Kept beside the results, a line each, sorted by row. */
export interface Review {
  /** Number of the row in the results, from 1. */
  readonly row: number;
  /** The right label; absent: only a note. */
  readonly label?: string;
  readonly order?: ReviewOrder;
  readonly reason?: readonly UnderlinedSpan[];
  readonly note?: string;
  /** The reviewer, where there are several. */
  readonly by?: string;
}

/** A review that names its text: what another person's file is compared by. */
export interface TextReview extends Review {
  readonly text: string;
}
