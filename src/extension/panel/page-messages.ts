import * as v from 'valibot';
import { failureSchema, replySchema } from '../../shared/rpc/message-schemas';
import { DENSITIES } from '../../shared/highlights';
import type { Method } from '../../shared/methods';
import { messageReader } from '../../shared/protocol/message-reader';
import type { Study } from '../../shared/protocol/panel';
import type { PageMessage } from '../../shared/protocol/panel-messages';
import { sheetMessageSchemas } from './sheet-messages';
import { STUDY_CALLS } from './studies';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();
/** Which methods there are is looked up where one is asked for. */
const method = v.custom<Method>((name) => typeof name === 'string');

const schema: v.GenericSchema<unknown, PageMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('mark'), word: v.nullable(count) }),
  v.object({ type: v.literal('reveal'), word: count }),
  v.object({
    type: v.literal('explainAgain'),
    method: v.optional(method),
    target: v.optional(text),
    against: v.optional(text),
  }),
  v.object({ type: v.literal('density'), density: v.picklist(DENSITIES) }),
  v.object({ type: v.literal('study'), study: v.picklist(Object.keys(STUDY_CALLS) as Study[]) }),
  v.object({ type: v.literal('stop') }),
  ...sheetMessageSchemas,
  v.object({ type: v.literal('apply'), of: count, list: v.picklist(['removals', 'replacements']), change: count }),
  v.object({ type: v.literal('copy'), text }),
  v.object({ type: v.literal('readDocument') }),
  v.object({ type: v.literal('goTo'), start: count }),
  v.object({ type: v.literal('showOutline') }),
  v.object({ type: v.literal('explainHere') }),
  v.object({ type: v.literal('openSample') }),
  v.object({ type: v.literal('showLog') }),
  v.object({ type: v.literal('export') }),
  replySchema,
  failureSchema,
  v.object({ type: v.literal('sections'), open: v.array(text) }),
]);

/** What the page sent, or undefined where it is not a message of ours. */
export const readPageMessage = messageReader(schema);
