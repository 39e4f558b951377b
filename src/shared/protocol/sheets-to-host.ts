import * as v from 'valibot';

const of = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The notifications of the sheets of the panel to the host. `of`: the `id` of the view that is asked about. */
export const SHEETS_TO_HOST = {
  whatIf: { of, edited: v.string() },
  /** Replaces the explained text by the edited one, in one step that can be undone. */
  applyText: { of, text: v.string() },
  /** Asks for the answer of a model; without a model, for the list of models and the first answers. */
  compare: { of, model: v.optional(v.string()) },
  useModel: { model: v.string() },
  /** Pins an explanation; without a key, the current one. */
  pin: { key: v.optional(v.string()) },
  unpin: {},
  comparePinned: { of },
  /** Explains both texts by the model of the current one. */
  readBoth: { of },
};

export type SheetsToHost = typeof SHEETS_TO_HOST;
