import * as v from 'valibot';
import { messageReader } from '../../shared/protocol/message-reader';
import type { OverviewPageMessage } from '../../shared/protocol/overview';

const row = v.pipe(v.number(), v.integer(), v.minValue(1));
const rows = v.array(row);
/** What a condition means is looked at where rows are filtered. */
const filter = v.array(v.looseObject({ kind: v.string() }));
const underlined = v.object({ start: v.number(), end: v.number() });
const review = v.object({
  row,
  label: v.optional(v.string()),
  order: v.optional(v.picklist(['priority', 'teaches', 'random'])),
  reason: v.optional(v.array(underlined)),
  note: v.optional(v.string()),
  by: v.optional(v.string()),
});
const said = v.object({
  row,
  review: v.optional(review),
  text: v.string(),
  prediction: v.optional(v.string()),
  file: v.optional(v.string()),
  line: v.optional(v.number()),
});
const request = v.object({
  format: v.picklist(['html', 'xlsx', 'csv', 'markdown']),
  language: v.picklist(['en', 'zh']),
  filter,
  rows: v.boolean(),
  toClipboard: v.optional(v.literal(true)),
});
const alone = [
  'ready',
  'more',
  'improveModel',
  'chooseAnnotator',
  'compareWith',
  'stopComparing',
  'chooseLabels',
  'runAgain',
  'measure',
  'saveCopy',
  'exportTraining',
  'showLog',
] as const;

const schema = v.variant('type', [
  v.object({ type: v.picklist(alone) }),
  v.object({ type: v.picklist(['openRow', 'explainRow']), row }),
  v.object({ type: v.picklist(['saveRows', 'newOverview', 'trainRows']), rows }),
  v.object({ type: v.literal('review'), said }),
  v.object({ type: v.literal('view'), view: v.looseObject({ filter: v.optional(filter) }) }),
  v.object({ type: v.literal('share'), request }),
  v.object({ type: v.literal('savePicture'), name: v.string(), kind: v.picklist(['svg', 'png']), data: v.string() }),
  v.object({ type: v.literal('copy'), text: v.string() }),
]);

/** What the overview sent, or undefined where it is not a message of ours. */
export const readOverviewMessage = messageReader(schema as unknown as v.GenericSchema<unknown, OverviewPageMessage>);
