import * as v from 'valibot';
import type { PageMessage } from './protocol';

const word = v.pipe(v.number(), v.integer(), v.minValue(0));

const schema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('mark'), word: v.nullable(word) }),
  v.object({ type: v.literal('reveal'), word }),
  v.object({ type: v.literal('explainAgain'), method: v.optional(v.string()) }),
  v.object({ type: v.literal('copy'), text: v.string() }),
  v.object({ type: v.literal('explainHere') }),
  v.object({ type: v.literal('openSample') }),
  v.object({ type: v.literal('showLog') }),
  v.object({ type: v.literal('sections'), open: v.array(v.string()) }),
]);

/** What the page sent, or undefined where it is not a message of ours. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  const result = v.safeParse(schema, message);
  return result.success ? result.output : undefined;
}
