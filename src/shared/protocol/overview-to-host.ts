import * as v from 'valibot';
import type { Filter } from '../findings/filter';
import type { Review } from '../findings/review';
import { WRITTEN_LANGUAGES } from '../findings/written-language';
import { notificationReader } from '../rpc/notifications';
import type { SavedView } from './overview';

const row = v.pipe(v.number(), v.integer(), v.minValue(1));
const rows = v.pipe(v.array(row), v.readonly());
const text = v.string();
const before = v.object({ row, label: text, probability: v.number() });
/** The content of a condition is checked where rows are filtered. */
const filter = v.array(v.looseObject({ kind: text })) as unknown as v.GenericSchema<unknown, Filter>;
const review: v.GenericSchema<unknown, Review> = v.object({
  row,
  label: v.optional(text),
  order: v.optional(v.picklist(['priority', 'teaches', 'random'])),
  reason: v.optional(v.array(v.object({ start: v.number(), end: v.number() }))),
  note: v.optional(text),
  by: v.optional(text),
});

/** The review of a row, with what is needed to train on it. */
const said = v.object({
  row,
  /** Left out: the review is withdrawn. */
  review: v.optional(review),
  text,
  /** The prediction that it confirms or corrects. */
  prediction: v.optional(text),
  file: v.optional(text),
  line: v.optional(v.number()),
});
export type ReviewSent = v.InferOutput<typeof said>;

/** The row that has the text of a review by now, and where that row stands in its file. */
const place = v.object({ row, file: v.optional(text), line: v.optional(v.number()) });
export type ReviewPlace = v.InferOutput<typeof place>;

/** What a person asked for in the dialog. */
const request = v.object({
  format: v.picklist(['html', 'xlsx', 'csv', 'markdown']),
  language: v.picklist(WRITTEN_LANGUAGES),
  filter,
  /** Whether all texts stand at the end of the report. */
  rows: v.boolean(),
  /** To the clipboard, not to a file. */
  toClipboard: v.optional(v.literal(true)),
});
export type ShareChoices = v.InferOutput<typeof request>;
/** The formats in which findings can be shared. */
export type ShareFormat = ShareChoices['format'];

const view = v.looseObject({ filter: v.optional(filter) }) as v.GenericSchema<unknown, SavedView>;

/** The notifications of the overview to the host. */
export const OVERVIEW_TO_HOST = {
  /** The page is ready for messages, perhaps after a reload. */
  ready: {},
  /** The page has taken a piece of the rows. */
  more: {},
  openRow: { row },
  explainRow: { row },
  review: { said },
  /** Where the reviews of the host's `reviews` belong, one after the other; null: no row has that text. */
  placed: { places: v.pipe(v.array(v.nullable(place)), v.readonly()) },
  view: { view },
  share: { request },
  savePicture: { name: text, kind: v.picklist(['svg', 'png']), data: text },
  /** Numbers of the chosen rows. */
  /** `before`: what the results that these are compared with predict of the same texts. */
  saveRows: { rows, before: v.optional(v.pipe(v.array(before), v.readonly())) },
  newOverview: { rows },
  trainRows: { rows },
  improveModel: {},
  chooseAnnotator: {},
  compareWith: {},
  /** The results that these are compared with, in an overview of their own. */
  openOther: {},
  stopComparing: {},
  chooseLabels: {},
  runAgain: {},
  /** Run again, and measure how faithful each explanation is. */
  measure: {},
  saveCopy: {},
  exportTraining: {},
  copy: { text },
  showLog: {},
};

export type OverviewToHost = typeof OVERVIEW_TO_HOST;

/** Reads a notification of the overview; undefined if it is not one that is known. */
export const readOverviewMessage = notificationReader(OVERVIEW_TO_HOST);
