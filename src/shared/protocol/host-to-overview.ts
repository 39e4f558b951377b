import * as v from 'valibot';
import type { RowsPiece } from '../findings/piece';
import type { Review } from '../findings/review';
import { notificationReader, type NotificationOf } from '../rpc/notifications';
import type { OverviewInfo } from './overview';

// The frame of what arrives is looked at; its inside is the worker's.
const info = v.looseObject({ uri: v.string(), name: v.string(), reviewFile: v.string() }) as unknown as v.GenericSchema<unknown, OverviewInfo>; // prettier-ignore
const piece = v.looseObject({ first: v.number(), rows: v.number() }) as unknown as v.GenericSchema<unknown, RowsPiece>;
const reviews = v.array(v.looseObject({ row: v.number() })) as unknown as v.GenericSchema<unknown, readonly Review[]>;

/** What the host tells the overview. */
export const HOST_TO_OVERVIEW = {
  /** The rows before are no more: they are read anew. */
  start: { info },
  /** The rows stay. */
  info: { info },
  /** Rows that follow those before; answered by `more`, so that no more are on their way than the page takes. */
  piece: { piece, whole: v.optional(v.number()) },
  /** Rows of the results that these are compared with, and their end; answered like `piece`. */
  otherPiece: { piece },
  otherEnd: { name: v.string() },
  /** All rows are there; or, of a run that continues, all so far. */
  end: { running: v.boolean() },
  reviews: { reviews },
  /** Rows to go through now: what would teach most. */
  next: { rows: v.pipe(v.array(v.number()), v.readonly()) },
  annotator: { name: v.string(), reviews },
  working: {},
  /** `problem` is a sentence for the person. */
  idle: { problem: v.optional(v.string()) },
};

export type HostToOverview = typeof HOST_TO_OVERVIEW;
export type OverviewHostMessage = NotificationOf<HostToOverview>;

/** Reads a notification of the host; undefined if it is not one that is known. */
export const readOverviewHostMessage = notificationReader(HOST_TO_OVERVIEW);
