import * as v from 'valibot';
import { messageReader } from '../protocol/message-reader';
import type { AnswerMessage, CallMessage } from './messages';

/** A page is not trusted, nor is what arrives in one: messages are read, not taken as they are. */
const id = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Answers of a page, beside the other messages that it sends. What `value` is, the caller looks at. */
export const replySchema = v.object({ type: v.literal('reply'), id, value: v.unknown() });
export const failureSchema = v.object({
  type: v.literal('failure'),
  id,
  failure: v.object({
    message: v.string(),
    code: v.string(),
    data: v.optional(v.record(v.string(), v.any())),
  }),
});

/** Of the answers, those that end a call. */
export type PageAnswer = Exclude<AnswerMessage, { type: 'callback' }>;

const callSchema: v.GenericSchema<unknown, CallMessage> = v.variant('type', [
  v.object({
    type: v.literal('call'),
    id,
    name: v.string(),
    args: v.array(v.unknown()),
    signal: v.optional(v.number()),
    callback: v.optional(v.number()),
  }),
  v.object({ type: v.literal('cancel'), id }),
]);

/** What the host calls in a page, or undefined where it is another message. */
export const readCall = messageReader(callSchema);
