import * as v from 'valibot';
import { COPIES, DEPTHS, MEANINGS, RECORDS, USES, type ReadingPageMessage } from '../../shared/protocol/reading-page';
import { readAs } from '../../shared/rpc/message-schemas';

const schema: v.GenericSchema<unknown, ReadingPageMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('encoding'), name: v.string() }),
  v.object({ type: v.literal('delimiter'), sign: v.pipe(v.string(), v.maxLength(1)) }),
  v.object({ type: v.literal('header'), there: v.boolean() }),
  v.object({ type: v.literal('sheet'), name: v.string() }),
  v.object({ type: v.literal('unit'), unit: v.picklist(RECORDS) }),
  v.object({ type: v.literal('language'), language: v.string() }),
  v.object({ type: v.literal('use'), column: v.string(), use: v.picklist(USES) }),
  v.object({ type: v.literal('meaning'), value: v.string(), meaning: v.picklist(MEANINGS) }),
  v.object({ type: v.literal('also'), also: v.picklist(COPIES) }),
  v.object({ type: v.literal('depth'), depth: v.picklist(DEPTHS) }),
  v.object({ type: v.literal('start') }),
  v.object({ type: v.literal('cancel') }),
]);

/** What the page of a file's reading sent, or undefined where it is not a message of ours. */
export const readReadingMessage = (message: unknown): ReadingPageMessage | undefined => readAs(schema, message);
