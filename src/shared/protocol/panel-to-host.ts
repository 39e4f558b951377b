import * as v from 'valibot';
import { DENSITIES } from '../highlights';
import type { Method } from '../methods';
import { notificationReader } from '../rpc/notifications';
import { STUDIES } from './panel';
import { SHEETS_TO_HOST } from './sheets-to-host';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();

/** The notifications of the page of an explanation to the host. `word`: an index into `explanation.words`. */
export const PANEL_TO_HOST = {
  /** The page is ready, perhaps after a reload: the host sends what there is to show. */
  ready: {},
  /** The word under the pointer; null: none. */
  mark: { word: v.nullable(count) },
  reveal: { word: count },
  /** Explain again: with another method of the model, for another label, or against another label. What is left out stays. */
  explainAgain: {
    // Whether there is such a method is checked where it is used.
    method: v.optional(v.custom<Method>((name) => typeof name === 'string')),
    target: v.optional(text),
    against: v.optional(text),
  },
  /** Changes how many highlights there are, in the editor as well. */
  density: { density: v.picklist(DENSITIES) },
  /** Asks for a study that is computed only on demand. */
  study: { study: v.picklist(STUDIES) },
  /** Cancels the studies that are being computed. */
  stop: {},
  /** Applies a change that flips the prediction to the text; `change` is an index into the replacements. */
  apply: { of: count, change: count },
  copy: { text },
  /** The page shows the document as a whole: it is to be read. */
  readDocument: {},
  /** Moves the cursor to an offset of the document. */
  goTo: { start: count },
  /** Shows the list of all sentences in the activity bar. */
  showOutline: {},
  explainHere: {},
  openSample: {},
  showLog: {},
  /** The person wants a file of what is shown, which is asked for; or Markdown, which is copied. */
  export: { format: v.optional(v.literal('markdown')) },
  /** Sections that stand open; kept for each workspace. */
  sections: { open: v.pipe(v.array(text), v.readonly()) },
  ...SHEETS_TO_HOST,
};

export type PanelToHost = typeof PANEL_TO_HOST;

/** Reads a notification of the page; undefined if it is not one that is known. */
export const readPageMessage = notificationReader(PANEL_TO_HOST);
