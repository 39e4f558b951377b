import * as v from 'valibot';
import { DENSITIES } from '../highlights';
import { METHOD_NAMES } from '../methods';
import { STUDIES, type StudyResults } from './panel';

// The studies that the host may send with an explanation. Only the fields that the page draws are checked.

export const numberSchema = v.pipe(v.number(), v.finite());
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const method = v.picklist(METHOD_NAMES);

export const study = v.picklist(STUDIES);

const text = v.string();
const numbers = v.array(numberSchema);
const probabilities = v.record(text, numberSchema);

const measured = v.object({
  data: text,
  n: countSchema,
  accuracy: numberSchema,
  macroF1: numberSchema,
  calibrationError: v.optional(numberSchema),
  pairs: v.optional(v.object({ n: countSchema, bothRight: numberSchema })),
});
const epoch = v.object({
  epoch: countSchema,
  loss: numberSchema,
  accuracy: numberSchema,
  validationLoss: numberSchema,
  validationAccuracy: numberSchema,
  learningRate: numberSchema,
});
const card = v.object({
  trainedOn: v.array(v.object({ name: text, rows: countSchema, filter: v.optional(text) })),
  rows: v.object({ train: countSchema, validation: countSchema, test: countSchema }),
  length: countSchema,
  measured: v.array(measured),
  changes: v.array(text),
  notFor: v.array(text),
  licence: v.array(text),
  history: v.array(epoch),
});

const losses = { comprehensiveness: numberSchema, sufficiency: numberSchema };
export const faithfulness = v.object({
  ...losses,
  random: v.object({ ...losses, orders: countSchema, standardError: v.object(losses) }),
});
const range = v.tuple([numberSchema, numberSchema]);
const without = v.array(v.object({ from: countSchema, to: countSchema, probability: numberSchema, label: text }));
const trust = v.object({
  model: text,
  method,
  target: text,
  words: countSchema,
  faithfulness: v.optional(faithfulness),
  bins: v.array(v.object({ ...losses, share: numberSchema, words: countSchema, random: v.object(losses) })),
  curve: v.array(
    v.object({
      removed: countSchema,
      probability: numberSchema,
      random: v.optional(numberSchema),
      randomRange: v.optional(range),
    }),
  ),
  reading: v.object({
    density: v.picklist(DENSITIES),
    words: v.array(countSchema),
    from: numberSchema,
    to: numberSchema,
    randomTo: numberSchema,
    randomError: numberSchema,
    randomRange: range,
  }),
});

const layer = v.object({
  layer: countSchema,
  direction: v.picklist(['forward', 'backward']),
  units: countSchema,
  input: numbers,
  forget: numbers,
  output: numbers,
  cellNorm: numbers,
  stateNorm: numbers,
});
const trace = v.object({
  model: text,
  target: text,
  prefixes: v.pipe(v.array(v.object({ words: countSchema, probabilities })), v.minLength(1)),
  layers: v.array(layer),
});

const changed = {
  words: v.array(countSchema),
  edits: v.array(v.object({ start: countSchema, end: countSchema, newText: text })),
  label: text,
  probabilities,
};
const counterfactuals = v.object({
  model: text,
  label: text,
  probabilities,
  removals: v.object({ found: v.array(v.object(changed)), proven: v.boolean(), tried: countSchema }),
  replacements: v.object({
    found: v.array(v.object({ ...changed, from: text, to: text })),
    tried: countSchema,
  }),
});

const agreement = v.object({
  model: text,
  target: text,
  top: countSchema,
  methods: v.array(v.object({ method, signed: v.boolean(), top: v.array(countSchema) })),
  pairs: v.array(v.object({ methods: v.tuple([method, method]), tau: v.optional(numberSchema), shared: numberSchema })),
  left: v.array(v.object({ method, reason: text })),
});

export const studyResultsSchema: v.GenericSchema<unknown, StudyResults> = v.partial(
  v.object({ card, without, trust, trace, counterfactuals, agreement }),
);
