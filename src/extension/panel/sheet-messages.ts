import * as v from 'valibot';
import type { PageSheetMessage } from '../../shared/protocol/sheets';

const of = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();

/** Of what the page may send, the part about sheets. */
export const sheetMessageSchemas = [
  v.object({ type: v.literal('whatIf'), of, edited: text }),
  v.object({ type: v.literal('applyText'), of, text }),
  v.object({ type: v.literal('compare'), of, model: v.optional(text) }),
  v.object({ type: v.literal('useModel'), model: text }),
  v.object({ type: v.literal('pin'), key: v.optional(text) }),
  v.object({ type: v.literal('unpin') }),
  v.object({ type: v.literal('comparePinned'), of }),
  v.object({ type: v.literal('readBoth'), of }),
] as const;

const TYPES = new Set<string>(sheetMessageSchemas.map((schema) => schema.entries.type.literal));

export const isSheetMessage = (message: { readonly type: string }): message is PageSheetMessage =>
  TYPES.has(message.type);
