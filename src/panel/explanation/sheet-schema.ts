import * as v from 'valibot';
import type { PanelView } from '../../shared/protocol/panel';
import { SHEETS, type HostSheetMessage } from '../../shared/protocol/sheets';
import { countSchema, numberSchema } from './figures-schema';
import { model, tone, viewSchema } from './view-schema';

const view = viewSchema as v.GenericSchema<PanelView>;
const text = v.string();
const problem = v.optional(text);

const pair = v.object({
  before: view,
  after: view,
  label: text,
  beforeTo: v.optional(view),
  afterTo: v.optional(view),
});
const recent = v.object({
  ...{ key: text, time: text, file: text, line: countSchema, text, label: text, tone },
  probability: numberSchema,
  pinned: v.boolean(),
});

/** Of what the host may send, the part about sheets. */
export const sheetSchemas = [
  v.object({ type: v.literal('sheet'), sheet: v.picklist(SHEETS) }),
  v.object({ type: v.literal('whatIf'), of: countSchema, edited: text, pair: v.optional(pair), problem }),
  v.object({ type: v.literal('models'), of: countSchema, models: v.array(model), label: text }),
  v.object({
    type: v.literal('compared'),
    of: countSchema,
    model: text,
    reading: v.optional(v.object({ view, to: v.optional(view) })),
    problem,
  }),
  v.object({ type: v.literal('recent'), recent: v.array(recent) }),
  v.object({ type: v.literal('pinned'), of: countSchema, pair: v.optional(pair), problem }),
] as const;

const TYPES = new Set<string>(sheetSchemas.map((schema) => schema.entries.type.literal));

export const isSheetMessage = (message: { readonly type: string }): message is HostSheetMessage =>
  TYPES.has(message.type);
