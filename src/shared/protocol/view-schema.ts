import * as v from 'valibot';
import type { Warning } from '../warning';
import type { Explanation, ExplainedWord } from '../explanation';
import type { ModelSummary } from './explainer';
import type { PanelView, PhraseMark, WordMark } from './panel';
import { countSchema, method, numberSchema } from './figures-schema';
import { DENSITIES } from '../highlights';
import { LANGUAGE_CODES } from '../languages';

const language = v.picklist(LANGUAGE_CODES);
export const tone = v.picklist(['negative', 'neutral', 'positive']);

/**
 * A schema for every field of `T`, the optional ones included: one that is forgotten does not compile, where it would be
 * lost on the way to the page.
 */
export type FieldsOf<T> = { readonly [Field in keyof T]-?: v.GenericSchema<unknown, T[Field]> };

const word = v.object({
  text: v.string(),
  start: countSchema,
  end: countSchema,
  score: numberSchema,
  known: v.boolean(),
  attention: v.optional(numberSchema),
  distance: v.optional(numberSchema),
} satisfies FieldsOf<ExplainedWord>);

const phrase = v.object({ start: countSchema, end: countSchema, score: numberSchema });

const losses = { comprehensiveness: numberSchema, sufficiency: numberSchema };
const faithfulness = v.object({
  ...losses,
  random: v.object({ ...losses, orders: countSchema, standardError: v.object(losses) }),
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
  probabilities: v.record(v.string(), numberSchema),
  words: v.pipe(v.array(word), v.minLength(1)),
  baseProbability: v.optional(numberSchema),
  phrases: v.optional(v.array(phrase)),
  completeness: v.optional(numberSchema),
  faithfulness: v.optional(faithfulness),
  milliseconds: numberSchema,
  /** Shown in the host's words: see `PanelView.warnings`. */
  warnings: v.array(v.custom<Warning>((warning) => typeof warning === 'object' && warning !== null)),
} satisfies FieldsOf<Explanation>);

const mark = v.object({
  step: v.picklist([0, 1, 2, 3, 4]),
  direction: v.picklist(['for', 'against', 'none']),
  rank: countSchema,
  tone,
  points: v.optional(numberSchema),
} satisfies FieldsOf<WordMark>);

const phraseMark = v.object({
  ...mark.entries,
  from: countSchema,
  to: countSchema,
  whole: v.object({ from: countSchema, to: countSchema }),
  score: numberSchema,
} satisfies FieldsOf<PhraseMark>);

export const model: v.GenericSchema<unknown, ModelSummary> = v.object({
  name: v.string(),
  language,
  architecture: v.string(),
  labels: v.array(v.string()),
  methods: v.array(method),
  bytes: numberSchema,
  measured: v.array(v.object({ data: v.string(), accuracy: numberSchema, macroF1: numberSchema, n: numberSchema })),
  purpose: v.optional(v.string()),
  speed: v.optional(v.object({ words: numberSchema, milliseconds: numberSchema })),
  own: v.optional(v.literal(true)),
  problem: v.optional(v.string()),
} satisfies FieldsOf<ModelSummary>);

/** Checks a view from a message, or one that the page kept before a reload. */
export const viewSchema: v.GenericSchema<unknown, PanelView> = v.pipe(
  v.object({
    id: countSchema,
    explanation,
    marks: v.array(mark),
    tones: v.record(v.string(), tone),
    phrases: v.array(phraseMark),
    density: v.picklist(DENSITIES),
    base: v.optional(numberSchema),
    sentences: v.array(
      v.object({
        start: countSchema,
        end: countSchema,
        score: numberSchema,
        for: numberSchema,
        against: numberSchema,
        from: countSchema,
        to: countSchema,
      }),
    ),
    place: v.object({ uri: v.string(), file: v.string(), line: countSchema, start: countSchema }),
    time: v.string(),
    stale: v.boolean(),
    warnings: v.array(v.string()),
    model: v.optional(model),
  } satisfies FieldsOf<PanelView>),
  v.check(({ explanation: { words }, marks }) => words.length === marks.length, 'one mark a word'),
);
