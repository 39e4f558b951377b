import * as v from 'valibot';
import type { AnswerMessage, CallMessage } from './messages';

/** A page is not trusted, nor is what arrives in one: messages are read, not taken as they are. */
const id = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The answers that end a call. The caller checks what `value` is. */
export type PageAnswer = Exclude<AnswerMessage, { type: 'callback' }>;

const answerSchema: v.GenericSchema<unknown, PageAnswer> = v.variant('type', [
  v.object({ type: v.literal('reply'), id, value: v.unknown() }),
  v.object({
    type: v.literal('failure'),
    id,
    failure: v.object({
      message: v.string(),
      code: v.string(),
      data: v.optional(v.record(v.string(), v.any())),
    }),
  }),
]);

/** What a page answers to a call of the host, or undefined if it is another message. */
export const readAnswer = (message: unknown): PageAnswer | undefined => readAs(answerSchema, message);

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

/** What the host calls in a page, or undefined if it is another message. */
export const readCall = (message: unknown): CallMessage | undefined => readAs(callSchema, message);

/** A message that fits a schema; undefined if it is another one. */
function readAs<T>(schema: v.GenericSchema<unknown, T>, message: unknown): T | undefined {
  const result = v.safeParse(schema, message);
  return result.success ? result.output : undefined;
}
