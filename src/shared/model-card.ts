import * as v from 'valibot';
import { KERAS_STANDARDISATIONS, TRUNCATIONS, STANDARDISATIONS } from './text-options';
import { LANGUAGE_CODES } from './languages';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const losses = { comprehensiveness: v.number(), sufficiency: v.number() };
const figures = { accuracy: share, macroF1: share };

/** Figures on one set of rows; `float32`: the same before the weights were quantized. */
const measured = v.object({
  data: v.string(),
  n: count,
  ...figures,
  macroRecall: v.optional(share),
  /** Rows that are not neutral, judged between the other labels. */
  neutralIgnored: v.optional(v.object({ n: count, accuracy: share })),
  /** Pairs of texts that differ in little but their label: how many, and the share of pairs with both texts right. */
  pairs: v.optional(v.object({ n: count, bothRight: share })),
  /** Expected calibration error over 15 bins, with the card's temperature. */
  calibrationError: v.optional(share),
  float32: v.optional(v.object(figures)),
});

const epoch = v.object({
  epoch: count,
  loss: v.number(),
  accuracy: share,
  validationLoss: v.number(),
  validationAccuracy: share,
  /** The score on the validation rows; with several sources, that of each and their mean. */
  validationScore: v.optional(share),
  sources: v.optional(v.record(v.string(), share)),
  learningRate: v.number(),
});

/** `card.json`: what a model is, was trained on, scores, and must not be used for. */
export const cardSchema = v.object({
  name: v.string(),
  language: v.picklist(LANGUAGE_CODES),
  architecture: v.string(),
  /** What it is there for, in a sentence. */
  purpose: v.optional(v.string()),
  /** From bad to good. */
  labels: v.pipe(v.array(v.string()), v.minLength(2)),
  /** How a word becomes a token of the vocabulary. */
  standardisation: v.picklist([...STANDARDISATIONS, ...KERAS_STANDARDISATIONS]),
  /** The words of a longer text that are read at all, the others are skipped; absent if whole texts are read. */
  window: v.optional(v.object({ words: count, cut: v.picklist(TRUNCATIONS) })),
  defaultMethod: v.string(),
  /** Public names of the texts, and how many rows of each were trained on. */
  trainedOn: v.array(v.object({ name: v.string(), rows: count, filter: v.optional(v.string()) })),
  rows: v.object({ train: count, validation: count, test: count }),
  /** Words of a text that were trained on; longer texts were cut. */
  length: count,
  measured: v.array(measured),
  /** What differs from the published model, one sentence each. */
  changes: v.array(v.string()),
  notFor: v.array(v.string()),
  licence: v.array(v.string()),
  /** Divides the logits; absent if probabilities were not calibrated. */
  temperature: v.optional(v.pipe(v.number(), v.gtValue(0))),
  /** Median time of one forward pass of a text of `words` words, on the machine that trained the model. */
  speed: v.optional(v.object({ words: count, milliseconds: v.number() })),
  /** The network on its states that predicts which words people mark as the reason; absent if there is none. */
  saliency: v.optional(
    v.object({
      trainedOn: v.array(v.object({ name: v.string(), rows: count })),
      /** On held-out rows: area under the precision-recall curve, the share of words that are marked (what chance gives). */
      measured: v.array(v.object({ data: v.string(), n: count, auprc: share, chance: share, topWord: share })),
      options: v.record(v.string(), v.unknown()),
    }),
  ),
  /** How it reads words that its vocabulary lacks, by their parts; absent if it does not. */
  subwords: v.optional(
    v.object({
      /** The share of variance that it explains: of the vectors of its words, and of words hidden from it when that was measured. */
      explained: v.number(),
      hidden: v.object({ n: count, explained: v.number() }),
      options: v.record(v.string(), v.unknown()),
    }),
  ),
  /** How faithful its methods are (ERASER), and how well they find what people marked; random: orders drawn at random. */
  explanations: v.optional(
    v.array(
      v.object({
        data: v.string(),
        /** These rows chose the default method; the others did not. */
        chose: v.optional(v.literal(true)),
        methods: v.array(
          v.object({
            method: v.string(),
            n: count,
            ...losses,
            random: v.object(losses),
            rationales: v.optional(
              v.object({
                n: count,
                auprc: share,
                random: share,
                tokenF1: share,
                iouF1: share,
                topWord: share,
                averagePrecision: v.optional(share),
              }),
            ),
            /** Among rightly predicted texts: the share whose strongest unit supports the prediction, and the share whose marked words sum to less than 0. */
            direction: v.optional(
              v.object({
                n: count,
                signAccuracy: share,
                marked: v.optional(v.object({ n: count, against: share })),
              }),
            ),
            /** Whole phrases beside what people marked. */
            phrases: v.optional(v.object({ n: count, tokenF1: share, iouF1: share, topPhrase: share })),
          }),
        ),
      }),
    ),
  ),
  options: v.record(v.string(), v.unknown()),
  history: v.array(epoch),
  /** Bytes of all files but this one. */
  size: count,
  files: v.record(v.string(), v.object({ bytes: count, sha256: v.string() })),
});
export type ModelCard = v.InferOutput<typeof cardSchema>;
export type EpochRecord = v.InferOutput<typeof epoch>;
/** A card before its files are known. */
export type CardDraft = Omit<ModelCard, 'size' | 'files'>;

/** The file that holds a model's vocabulary, seen from the model's folder: its own, or one of `vocabularies/`. */
export const vocabularyIn = ({ files }: Pick<ModelCard, 'files'>): string =>
  Object.keys(files).find((file) => file.startsWith('../vocabularies/')) ?? 'vocabulary.txt';
