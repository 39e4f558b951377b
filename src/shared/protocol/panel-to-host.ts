import * as v from 'valibot';
import { DENSITIES } from '../highlights';
import type { Method } from '../methods';
import { notificationReader, type NotificationOf } from '../rpc/notifications';
import { STUDIES } from './panel';
import { SHEETS_TO_HOST } from './sheets-to-host';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();

/** What the page of an explanation tells the host. `word`: an index into `explanation.words`. */
export const PANEL_TO_HOST = {
  /** The page is ready, perhaps after a reload: the host sends what there is to show. */
  ready: {},
  /** The word under the pointer; null: none. */
  mark: { word: v.nullable(count) },
  reveal: { word: count },
  /** With another of the model's methods, for another label, rather than another label, or as before. */
  explainAgain: {
    // Which methods there are is looked up where one is asked for.
    method: v.optional(v.custom<Method>((name) => typeof name === 'string')),
    target: v.optional(text),
    against: v.optional(text),
  },
  /** So many highlights, in the editor as well. */
  density: { density: v.picklist(DENSITIES) },
  /** Figures that are only worked out when they are asked for. */
  study: { study: v.picklist(STUDIES) },
  /** No figure is to be worked out any more, until one is asked for. */
  stop: {},
  /** Makes a change that flips the prediction in the text; `change` is an index into the list. */
  apply: { of: count, list: v.picklist(['removals', 'replacements']), change: count },
  copy: { text },
  /** The page shows the document as a whole: it is to be read. */
  readDocument: {},
  /** To a place of the document. */
  goTo: { start: count },
  /** The list of all sentences, in the activity bar. */
  showOutline: {},
  explainHere: {},
  openSample: {},
  showLog: {},
  /** The person wants a file of what is shown. */
  export: {},
  /** Sections that stand open; kept for each workspace. */
  sections: { open: v.pipe(v.array(text), v.readonly()) },
  ...SHEETS_TO_HOST,
};

export type PanelToHost = typeof PANEL_TO_HOST;
export type PageMessage = NotificationOf<PanelToHost>;

/** Reads a notification of the page; undefined if it is not one that is known. */
export const readPageMessage = notificationReader(PANEL_TO_HOST);
