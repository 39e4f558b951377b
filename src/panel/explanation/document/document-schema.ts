import * as v from 'valibot';
import type { DocumentMessage } from '../../../shared/protocol/document';
import { messageReader } from '../../../shared/protocol/message-reader';

const tone = v.picklist(['negative', 'neutral', 'positive']);
const bar = v.object({
  ...{ from: v.number(), to: v.number(), tone: v.number(), average: v.number() },
  ...{ start: v.number(), line: v.number(), text: v.string() },
});
const highlight = v.object({
  ...{ start: v.number(), end: v.number(), tone },
  step: v.picklist([1, 2, 3, 4]),
  side: v.picklist(['for', 'against']),
});
const typical = v.object({
  ...{ line: v.number(), start: v.number(), text: v.string(), label: v.string(), probability: v.number(), tone },
  highlights: v.array(highlight),
});
const view = v.object({
  ...{ file: v.string(), label: v.string(), tone, course: v.optional(v.string()) },
  probabilities: v.record(v.string(), v.number()),
  counts: v.array(v.object({ label: v.string(), tone, count: v.number() })),
  bars: v.array(bar),
  typical: v.array(typical),
  read: v.number(),
  all: v.number(),
});

const schema: v.GenericSchema<unknown, DocumentMessage> = v.object({
  type: v.literal('document'),
  view: v.nullable(view),
  available: v.boolean(),
  asked: v.boolean(),
  cursor: v.number(),
});

/** What the host says of the document, or undefined where a message is about something else. */
export const readDocumentMessage = messageReader(schema);
