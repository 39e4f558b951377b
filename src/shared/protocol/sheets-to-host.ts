import * as v from 'valibot';

const of = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the sheets of the panel tell the host. `of`: the `id` of the view that is asked about. */
export const SHEETS_TO_HOST = {
  whatIf: { of, edited: v.string() },
  /** The edited text into the place of the explained one, in one step that can be undone. */
  applyText: { of, text: v.string() },
  /** No model: which there are, and the first of them. */
  compare: { of, model: v.optional(v.string()) },
  useModel: { model: v.string() },
  /** No key: the current explanation. */
  pin: { key: v.optional(v.string()) },
  unpin: {},
  comparePinned: { of },
  /** Both texts by the model of the current one. */
  readBoth: { of },
};

export type SheetsToHost = typeof SHEETS_TO_HOST;
