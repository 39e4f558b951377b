import * as v from 'valibot';
import { notificationReader } from '../rpc/notifications';
import type { ReadingView } from './reading-page';

// Only the outer shape is checked: the content comes from our own host.
const view = v.looseObject({
  what: v.string(),
  columns: v.array(v.looseObject({})),
  cells: v.array(v.array(v.string())),
}) as unknown as v.GenericSchema<unknown, ReadingView>;

/** The notifications of the host to the page that shows how a file is read. */
export const HOST_TO_READING = {
  show: { view },
  /** The file is being read with the changed choices. */
  looking: {},
  /** `problem` is a sentence for the person. */
  problem: { problem: v.string() },
};

export type HostToReading = typeof HOST_TO_READING;

/** Reads a notification of the host; undefined if it is not one that is known. */
export const readReadingHostMessage = notificationReader(HOST_TO_READING);
