import * as v from 'valibot';
import type { NotificationOf } from '../rpc/notifications';
import { countSchema, numberSchema } from './figures-schema';
import { SHEETS, type ModelExplanation, type ExplanationPair, type RecentExplanation } from './sheets';
import { model, tone, viewSchema, type FieldsOf } from './view-schema';

const text = v.string();
const problem = v.optional(text);

const pair = v.object({
  before: viewSchema,
  after: viewSchema,
  label: text,
  beforeTo: v.optional(viewSchema),
  afterTo: v.optional(viewSchema),
} satisfies FieldsOf<ExplanationPair>);
const recent = v.object({
  ...{ key: text, time: text, file: text, line: countSchema, text, label: text, tone },
  probability: numberSchema,
  pinned: v.boolean(),
} satisfies FieldsOf<RecentExplanation>);
const reading = v.object({ view: viewSchema, to: v.optional(viewSchema) } satisfies FieldsOf<ModelExplanation>);

/**
 * The notifications of the host to the sheets of the panel. `of`: the `id` of the view that was asked about; `problem`: a sentence for
 * the person.
 */
export const HOST_TO_SHEETS = {
  /** Opens this sheet. */
  sheet: { sheet: v.picklist(SHEETS) },
  whatIf: { of: countSchema, edited: text, pair: v.optional(pair), problem },
  /** The models of the text's language, the one in use first. */
  models: { of: countSchema, models: v.pipe(v.array(model), v.readonly()), label: text },
  compared: { of: countSchema, model: text, reading: v.optional(reading), problem },
  recent: { recent: v.pipe(v.array(recent), v.readonly()) },
  /** The pinned explanation beside the current one; without a pair nothing is pinned. */
  pinned: { of: countSchema, pair: v.optional(pair), problem },
};

export type HostToSheets = typeof HOST_TO_SHEETS;
export type SheetMessage = NotificationOf<HostToSheets>;

export const isSheetMessage = (message: { readonly type: string }): message is SheetMessage =>
  Object.hasOwn(HOST_TO_SHEETS, message.type);
