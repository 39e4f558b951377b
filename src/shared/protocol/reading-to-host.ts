import * as v from 'valibot';
import { notificationReader, type NotificationOf } from '../rpc/notifications';
import { COPIES, DEPTHS, MEANINGS, RECORDS, USES } from './reading-page';

/** The notifications of the page that shows how a file is read to the host. */
export const READING_TO_HOST = {
  /** The page is ready for messages. */
  ready: {},
  /** Empty: as it is found. */
  encoding: { name: v.string() },
  delimiter: { sign: v.pipe(v.string(), v.maxLength(1)) },
  header: { there: v.boolean() },
  sheet: { name: v.string() },
  unit: { unit: v.picklist(RECORDS) },
  language: { language: v.string() },
  use: { column: v.string(), use: v.picklist(USES) },
  meaning: { value: v.string(), meaning: v.picklist(MEANINGS) },
  also: { also: v.picklist(COPIES) },
  depth: { depth: v.picklist(DEPTHS) },
  start: {},
  cancelReading: {},
};

export type ReadingToHost = typeof READING_TO_HOST;
export type ReadingPageMessage = NotificationOf<ReadingToHost>;

/** Reads a notification of the page; undefined if it is not one that is known. */
export const readReadingMessage = notificationReader(READING_TO_HOST);
