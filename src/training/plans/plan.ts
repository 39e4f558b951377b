import * as v from 'valibot';
import { SaliencyError } from '../../shared/saliency-error';
import { EVERYDAY_PARTS } from '../rows/everyday';
import { LANGUAGE_CODES } from '../../shared/languages';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const weight = v.pipe(v.number(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const metric = v.picklist(['accuracy', 'macro-f1', 'macro-recall']);

/** How often rows of a source are drawn, relative to other sources, and how evenly its labels are drawn; see `Pool`. */
const drawn = { share: weight, balance: v.optional(share, 0) };

const source = v.strictObject({
  /** The source's name in logs and in the history of the card. */
  name: v.string(),
  /** The name of its held-out rows in the model card; by default `name`. */
  title: v.optional(v.string()),
  /** A file in the data folder. Alternatively `everyday`: a part of `data/everyday`, in the model's language. */
  file: v.optional(v.string()),
  everyday: v.optional(v.picklist(EVERYDAY_PARTS)),
  /** Only this many rows, from the start. */
  take: v.optional(count),
  /** Only rows with these values, `field=value`. */
  where: v.optional(v.array(v.string()), []),
  /** The column of the label. */
  label: v.optional(v.string(), 'label'),
  /** The corpus was cut into treebank tokens. */
  tokenised: v.optional(v.boolean(), false),
  /** Whether the attention is trained on the underlined words of the rows, with `rationaleWeight`. */
  rationales: v.optional(v.boolean(), false),
  /** The rows have no labels: their targets are the teachers' soft labels. */
  unlabelled: v.optional(v.boolean(), false),
  ...drawn,
  /** Phrases of the training rows (`tokens`, `spans`) as separate rows. */
  phrases: v.optional(v.strictObject(drawn)),
  /** First and last sentences of the training rows as separate rows. */
  ends: v.optional(v.strictObject(drawn)),
  validation: v.optional(share, 0),
  test: v.optional(share, 0),
  /** How the validation rows are scored, between the labels that the source has. */
  metric: v.optional(metric, 'macro-f1'),
  /** One of the plan's `teachers`, whose soft labels are mixed with the labels. */
  teacher: v.optional(v.string()),
  /** The weight of one word when the vocabulary is chosen. */
  wordWeight: v.optional(weight, 1),
});

const planSchema = v.strictObject({
  language: v.picklist(LANGUAGE_CODES),
  /** From bad to good. */
  labels: v.pipe(v.array(v.string()), v.minLength(2)),
  /** The number of rows drawn in each epoch. */
  rows: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Added in training to the logits of labels that a row's source does not have; 0 or negative. */
  absent: v.optional(v.pipe(v.number(), v.maxValue(0)), 0),
  /** Files whose texts are removed from the training and validation rows. */
  exclude: v.optional(v.array(v.strictObject({ file: v.string(), tokenised: v.optional(v.boolean(), false) })), []),
  /** Texts that are removed in the same way. */
  excludeTexts: v.optional(v.array(v.string()), []),
  /** A file beside the plan that lists the hashes of texts that an earlier split held out; they stay held out (`HeldTexts`). */
  heldOut: v.optional(v.string()),
  /** Linear classifiers on n-grams, each fitted to the rows of all sources that name it; soft labels are out-of-fold. */
  teachers: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        words: count,
        characters: count,
        /** The bits of the hash that identifies n-grams; see `NgramKinds`. */
        bits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(26)), 22),
        balance: v.optional(share, 0),
        /** The share of the soft label in the target of labelled rows; the rest is the label. */
        share,
      }),
    ),
    {},
  ),
  sources: v.pipe(v.array(source), v.minLength(1)),
  /** Groups of sources whose held-out rows are also measured as one set. */
  together: v.optional(v.array(v.strictObject({ title: v.string(), sources: v.array(v.string()) })), []),
});

/** Several sources of rows for one model; `scripts/train/plans` has the plans of the shipped models. */
export type Plan = v.InferOutput<typeof planSchema>;
export type SourcePlan = Plan['sources'][number];

/** @throws SaliencyError naming the field that cannot be used */
export function parsePlan(json: unknown, file: string): Plan {
  const result = v.safeParse(planSchema, json);
  if (!result.success) {
    const [issue] = result.issues;
    throw new SaliencyError(`${file}: "${v.getDotPath(issue) ?? '(all)'}" cannot be used: ${issue.message}`, 'usage');
  }
  const plan = result.output;
  for (const { name, teacher, file: from, everyday } of plan.sources) {
    if (teacher !== undefined && !(teacher in plan.teachers)) {
      throw new SaliencyError(`${file}: the source ${name} names the teacher ${teacher}, which is not there.`, 'usage');
    }
    if ((from === undefined) === (everyday === undefined)) {
      throw new SaliencyError(`${file}: the source ${name} needs either "file" or "everyday".`, 'usage');
    }
  }
  return plan;
}
