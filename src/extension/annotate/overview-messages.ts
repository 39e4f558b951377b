import * as v from 'valibot';
import { messageReader } from '../../shared/protocol/message-reader';
import type { OverviewPageMessage } from '../../shared/protocol/overview';
import type { RowFilter } from '../../shared/overview';

const row = v.pipe(v.number(), v.integer(), v.minValue(1));
const texts = v.union([v.string(), v.array(v.string())]);
/** What its fields mean is looked at where rows are filtered. */
const filter = v.record(v.string(), texts) as v.GenericSchema<unknown, RowFilter>;

const schema: v.GenericSchema<unknown, OverviewPageMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('filter'), filter }),
  v.object({ type: v.literal('openRow'), row }),
  v.object({ type: v.literal('decide'), row, label: v.nullable(v.string()) }),
  v.object({ type: v.literal('chooseLabels') }),
  v.object({ type: v.literal('runAgain') }),
  v.object({ type: v.literal('measure') }),
  v.object({ type: v.literal('saveCopy') }),
  v.object({ type: v.literal('exportTraining') }),
  v.object({ type: v.literal('copy'), text: v.string() }),
  v.object({ type: v.literal('showLog') }),
]);

/** What the overview sent, or undefined where it is not a message of ours. */
export const readOverviewMessage = messageReader(schema);
