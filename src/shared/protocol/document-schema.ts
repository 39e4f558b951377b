import * as v from 'valibot';
import type { NotificationOf } from '../rpc/notifications';
import type { DocumentBar, DocumentView, SentenceHighlight, TypicalSentence } from './document';
import type { FieldsOf } from './view-schema';

const tone = v.picklist(['negative', 'neutral', 'positive']);
const bar = v.object({
  ...{ from: v.number(), to: v.number(), tone: v.number(), average: v.number() },
  ...{ start: v.number(), line: v.number(), text: v.string() },
} satisfies FieldsOf<DocumentBar>);
const highlight = v.object({
  ...{ start: v.number(), end: v.number(), tone },
  step: v.picklist([1, 2, 3, 4]),
  side: v.picklist(['for', 'against']),
} satisfies FieldsOf<SentenceHighlight>);
const typical = v.object({
  ...{ line: v.number(), start: v.number(), text: v.string(), label: v.string(), probability: v.number(), tone },
  highlights: v.array(highlight),
} satisfies FieldsOf<TypicalSentence>);
const view: v.GenericSchema<unknown, DocumentView> = v.object({
  ...{ file: v.string(), label: v.string(), tone, course: v.optional(v.string()) },
  probabilities: v.record(v.string(), v.number()),
  rival: v.optional(v.object({ label: v.string(), kind: v.picklist(['mixed', 'close']) })),
  counts: v.array(v.object({ label: v.string(), tone, count: v.number() })),
  bars: v.array(bar),
  typical: v.array(typical),
  read: v.number(),
  all: v.number(),
} satisfies FieldsOf<DocumentView>);

/** What the host tells the panel of the document at hand. */
export const DOCUMENT = {
  /** Null: it has not been read; it is when the page asks for it. */
  view: v.nullable(view),
  /** Whether there is a text to read at all. */
  available: v.boolean(),
  /** Somebody just asked for the document: the page turns to it. */
  asked: v.boolean(),
  /** The bar of the cursor's sentence; −1: none. */
  cursor: v.number(),
};

export type DocumentMessage = NotificationOf<{ readonly document: typeof DOCUMENT }>;
