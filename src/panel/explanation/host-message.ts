import * as v from 'valibot';
import type { Warning } from '../../shared/warning';
import type { HostMessage, PanelView } from '../../shared/protocol/panel';
import { count, faithfulness, figures, method, number, STUDIES, study } from './figures-schema';

const language = v.picklist(['zh', 'en']);
const tone = v.picklist(['negative', 'neutral', 'positive']);

const word = v.object({
  text: v.string(),
  start: count,
  end: count,
  score: number,
  known: v.boolean(),
  attention: v.optional(number),
  distance: v.optional(number),
});

const explanation = v.object({
  text: v.string(),
  language,
  model: v.string(),
  method,
  signed: v.boolean(),
  target: v.string(),
  against: v.optional(v.string()),
  baseline: v.string(),
  label: v.string(),
  probabilities: v.record(v.string(), number),
  words: v.pipe(v.array(word), v.minLength(1)),
  completeness: v.optional(number),
  faithfulness: v.optional(faithfulness),
  milliseconds: number,
  /** Shown in the host's words: see `PanelView.warnings`. */
  warnings: v.array(v.custom<Warning>((warning) => typeof warning === 'object' && warning !== null)),
});

const mark = v.object({
  step: v.picklist([0, 1, 2, 3, 4]),
  direction: v.picklist(['for', 'against', 'none']),
  rank: count,
  tone,
});

const model = v.object({
  name: v.string(),
  language,
  architecture: v.string(),
  labels: v.array(v.string()),
  methods: v.array(method),
  bytes: number,
  measured: v.array(v.object({ data: v.string(), accuracy: number, macroF1: number, n: number })),
  problem: v.optional(v.string()),
});

/** Of a message, and of what the page itself kept before a reload. */
export const viewSchema: v.GenericSchema<unknown, PanelView> = v.pipe(
  v.object({
    id: count,
    explanation,
    marks: v.array(mark),
    tones: v.record(v.string(), tone),
    bounds: v.array(number),
    sentences: v.array(
      v.object({ start: count, end: count, score: number, for: number, against: number, from: count, to: count }),
    ),
    place: v.object({ uri: v.string(), file: v.string(), line: count, start: count }),
    time: v.string(),
    stale: v.boolean(),
    warnings: v.array(v.string()),
    model: v.optional(model),
  }),
  v.check(({ explanation: { words }, marks }) => words.length === marks.length, 'one mark a word'),
);

const schema: v.GenericSchema<unknown, HostMessage> = v.variant('type', [
  v.object({ type: v.literal('show'), view: viewSchema as v.GenericSchema<PanelView> }),
  v.object({ type: v.literal('clear') }),
  v.object({ type: v.literal('working') }),
  v.object({ type: v.literal('idle'), problem: v.optional(v.string()) }),
  v.object({ type: v.literal('point'), word: v.nullable(count) }),
  v.object({
    type: v.literal('figures'),
    of: count,
    figures,
    waiting: v.array(study),
    problems: v.partial(v.object(v.entriesFromList(STUDIES, v.string()))),
  }),
]);

/** What the host sent, or undefined where it is not a message of ours. */
export function readHostMessage(message: unknown): HostMessage | undefined {
  const result = v.safeParse(schema, message);
  return result.success ? result.output : undefined;
}
