import * as v from 'valibot';
import { notificationReader, type NotificationOf } from '../rpc/notifications';
import type { DocumentView } from './document';
import { countSchema, studyResultsSchema, study } from './figures-schema';
import { HOST_TO_SHEETS } from './host-to-sheets';
import { STUDIES } from './panel';
import { viewSchema } from './view-schema';

// Only the outer shape is checked: the content comes from our own host.
const documentView = v.looseObject({ file: v.string(), bars: v.array(v.looseObject({})) }) as unknown as v.GenericSchema<unknown, DocumentView>; // prettier-ignore

/** The notifications of the host to the page of an explanation. */
export const HOST_TO_PANEL = {
  show: { view: viewSchema },
  /** There is no explanation to show, or no longer one. */
  clear: {},
  /** An explanation is under way. */
  working: {},
  /** The work ended without an explanation. `problem`: a sentence for the person; left out if the work was cancelled. */
  idle: { problem: v.optional(v.string()) },
  /** The word under the pointer or cursor of the editor; null: none. */
  point: { word: v.nullable(countSchema) },
  /** Studies that have just been computed, those still to come, and why some failed. */
  figures: {
    /** `PanelView.id`. */
    of: countSchema,
    figures: studyResultsSchema,
    waiting: v.pipe(v.array(study), v.readonly()),
    /** In sentences for the person. */
    problems: v.partial(v.object(v.entriesFromList(STUDIES, v.string()))),
  },
  /** The document at hand. */
  document: {
    /** Null: it has not been read; it is when the page asks for it. */
    view: v.nullable(documentView),
    /** Whether there is a text to read at all. */
    available: v.boolean(),
    /** Somebody just asked for the document: the page turns to it. */
    asked: v.boolean(),
    /** The bar of the cursor's sentence; −1: none. */
    cursor: v.number(),
  },
  ...HOST_TO_SHEETS,
};

export type HostToPanel = typeof HOST_TO_PANEL;
export type PanelHostMessage = NotificationOf<HostToPanel>;
export type DocumentMessage = Extract<PanelHostMessage, { readonly type: 'document' }>;

/** Reads a notification of the host; undefined if it is not one that is known. */
export const readPanelHostMessage = notificationReader(HOST_TO_PANEL);
