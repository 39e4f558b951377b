import * as v from 'valibot';
import type { RowsPiece } from '../findings/piece';
import type { TextReview } from '../findings/review';
import { notificationReader, type NotificationOf } from '../rpc/notifications';
import type { OverviewInfo } from './overview';

// Only the outer shape of pieces is checked: they come from our own worker.
const info = v.looseObject({ uri: v.string(), name: v.string(), reviewFile: v.string() }) as unknown as v.GenericSchema<unknown, OverviewInfo>; // prettier-ignore
const piece = v.looseObject({ first: v.number(), rows: v.number() }) as unknown as v.GenericSchema<unknown, RowsPiece>;
const textReviews = v.array(v.looseObject({ row: v.number(), text: v.string() })) as unknown as v.GenericSchema<unknown, readonly TextReview[]>; // prettier-ignore

/** The notifications of the host to the overview. */
export const HOST_TO_OVERVIEW = {
  /** The results are read again: rows that came before are dropped. */
  start: { info },
  /** New facts about the same results; the rows stay. */
  info: { info },
  /** The next rows. The page answers with `more`, so that no more are under way than it can take. */
  piece: { piece, whole: v.optional(v.number()) },
  /** Rows of the results with which these are compared, and their end; answered like `piece`. */
  otherPiece: { piece },
  otherEnd: { name: v.string() },
  /** All rows were sent; while a run goes on, all rows so far. */
  end: { running: v.boolean() },
  /** The person's own, as they were kept; the page answers with `placed` where they do not belong to the rows that they name. */
  reviews: { reviews: textReviews },
  /** Rows to review now: those that would be most useful to train on. */
  next: { rows: v.pipe(v.array(v.number()), v.readonly()) },
  annotator: { name: v.string(), reviews: textReviews },
  working: {},
  /** `problem` is a sentence for the person. */
  idle: { problem: v.optional(v.string()) },
};

export type HostToOverview = typeof HOST_TO_OVERVIEW;
export type OverviewHostMessage = NotificationOf<HostToOverview>;

/** Reads a notification of the host; undefined if it is not one that is known. */
export const readOverviewHostMessage = notificationReader(HOST_TO_OVERVIEW);
