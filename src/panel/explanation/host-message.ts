import * as v from 'valibot';
import { messageReader } from '../../shared/protocol/message-reader';
import { STUDIES, type PanelView } from '../../shared/protocol/panel';
import type { HostMessage } from '../../shared/protocol/panel-messages';
import { countSchema, studyResultsSchema, study } from './figures-schema';
import { sheetSchemas } from './sheet-schema';
import { viewSchema } from './view-schema';

const schema: v.GenericSchema<unknown, HostMessage> = v.variant('type', [
  v.object({ type: v.literal('show'), view: viewSchema as v.GenericSchema<PanelView> }),
  ...sheetSchemas,
  v.object({ type: v.literal('clear') }),
  v.object({ type: v.literal('working') }),
  v.object({ type: v.literal('idle'), problem: v.optional(v.string()) }),
  v.object({ type: v.literal('point'), word: v.nullable(countSchema) }),
  v.object({
    type: v.literal('figures'),
    of: countSchema,
    figures: studyResultsSchema,
    waiting: v.array(study),
    problems: v.partial(v.object(v.entriesFromList(STUDIES, v.string()))),
  }),
]);

/** What the host sent, or undefined where it is not a message of ours. */
export const readHostMessage = messageReader(schema);
