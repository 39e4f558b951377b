import * as v from 'valibot';
import type { Method } from '../../shared/explanation';
import type { Figures } from '../../shared/protocol/panel';

// What the host may send beside an explanation. Each is an object that must have what the page draws of it.

export const number = v.pipe(v.number(), v.finite());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The page imports types alone: the compiler says where one is missing here, or one too many. */
const METHODS = {
  'state-distance': true,
  attention: true,
  'gradient-x-input': true,
  'attention-x-norm': true,
  'integrated-gradients': true,
  occlusion: true,
  lrp: true,
  'cell-decomposition': true,
  shap: true,
  'ngram-shares': true,
  learned: true,
  'learned-occlusion': true,
  'learned-gradient': true,
} satisfies Record<Method, true>;
export const method = v.picklist(Object.keys(METHODS) as Method[]);

export const STUDIES = ['card', 'trust', 'trace', 'counterfactuals', 'agreement'] as const;
export const study = v.picklist(STUDIES);

const text = v.string();
const numbers = v.array(number);
const probabilities = v.record(text, number);

const measured = v.object({
  data: text,
  n: count,
  accuracy: number,
  macroF1: number,
  calibrationError: v.optional(number),
  pairs: v.optional(v.object({ n: count, bothRight: number })),
});
const epoch = v.object({
  epoch: count,
  loss: number,
  accuracy: number,
  validationLoss: number,
  validationAccuracy: number,
  learningRate: number,
});
const card = v.object({
  trainedOn: v.array(v.object({ name: text, rows: count, filter: v.optional(text) })),
  rows: v.object({ train: count, validation: count, test: count }),
  length: count,
  measured: v.array(measured),
  changes: v.array(text),
  notFor: v.array(text),
  licence: v.array(text),
  history: v.array(epoch),
});

const losses = { comprehensiveness: number, sufficiency: number };
export const faithfulness = v.object({
  ...losses,
  random: v.object({ ...losses, orders: count, standardError: v.object(losses) }),
});
const range = v.tuple([number, number]);
const trust = v.object({
  model: text,
  method,
  target: text,
  words: count,
  faithfulness: v.optional(faithfulness),
  bins: v.array(v.object({ ...losses, share: number, words: count, random: v.object(losses) })),
  curve: v.array(
    v.object({ removed: count, probability: number, random: v.optional(number), randomRange: v.optional(range) }),
  ),
  reading: v.object({
    words: v.array(count),
    all: v.boolean(),
    from: number,
    to: number,
    randomTo: number,
    randomError: number,
    randomRange: range,
  }),
});

const layer = v.object({
  layer: count,
  direction: v.picklist(['forward', 'backward']),
  units: count,
  input: numbers,
  forget: numbers,
  output: numbers,
  cellNorm: numbers,
  stateNorm: numbers,
});
const trace = v.object({
  model: text,
  target: text,
  prefixes: v.pipe(v.array(v.object({ words: count, probabilities })), v.minLength(1)),
  layers: v.array(layer),
});

const changed = {
  words: v.array(count),
  edits: v.array(v.object({ start: count, end: count, newText: text })),
  label: text,
  probabilities,
};
const counterfactuals = v.object({
  model: text,
  label: text,
  probabilities,
  removals: v.object({ found: v.array(v.object(changed)), proven: v.boolean(), tried: count }),
  replacements: v.object({
    found: v.array(v.object({ ...changed, from: text, to: text })),
    tried: count,
    unavailable: v.optional(v.literal('no-word-vectors')),
  }),
});

const agreement = v.object({
  model: text,
  target: text,
  top: count,
  methods: v.array(v.object({ method, signed: v.boolean(), top: v.array(count) })),
  pairs: v.array(v.object({ methods: v.tuple([method, method]), tau: v.optional(number), shared: number })),
  left: v.array(v.object({ method, reason: text })),
});

export const figures: v.GenericSchema<unknown, Figures> = v.partial(
  v.object({ card, trust, trace, counterfactuals, agreement }),
);
