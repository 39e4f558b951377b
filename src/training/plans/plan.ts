import * as v from 'valibot';
import { SaliencyError } from '../../shared/saliency-error';
import { EVERYDAY_PARTS } from '../rows/everyday';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const weight = v.pipe(v.number(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const metric = v.picklist(['accuracy', 'macro-f1', 'macro-recall']);

/** How often rows are drawn, beside the other sources', and how evenly their labels; see `Pool`. */
const drawn = { share: weight, balance: v.optional(share, 0) };

const source = v.strictObject({
  /** In logs and in the history of the card. */
  name: v.string(),
  /** As the card names its rows that are held out; left out: the name. */
  title: v.optional(v.string()),
  /** In the data folder; or `everyday`: a part of `data/everyday`, in the model's language. */
  file: v.optional(v.string()),
  everyday: v.optional(v.picklist(EVERYDAY_PARTS)),
  /** Only the first so many rows. */
  take: v.optional(count),
  /** Only rows with these values, `field=value`. */
  where: v.optional(v.array(v.string()), []),
  /** The column of the label. */
  label: v.optional(v.string(), 'label'),
  /** The corpus was cut into treebank tokens. */
  tokenised: v.optional(v.boolean(), false),
  /** Rows have no label: only teachers judge them. */
  unlabelled: v.optional(v.boolean(), false),
  ...drawn,
  /** Phrases inside the training rows (`tokens`, `spans`) as rows of their own. */
  phrases: v.optional(v.strictObject(drawn)),
  /** First and last sentences of the training rows as rows of their own. */
  ends: v.optional(v.strictObject(drawn)),
  validation: v.optional(share, 0),
  test: v.optional(share, 0),
  /** What the validation rows are judged by, between the labels that the source has. */
  metric: v.optional(metric, 'macro-f1'),
  /** Whose judgement is learnt beside the labels: a name among the plan's teachers. */
  teacher: v.optional(v.string()),
  /** How much one word counts when the vocabulary is chosen. */
  wordWeight: v.optional(weight, 1),
});

const planSchema = v.strictObject({
  language: v.picklist(['zh', 'en']),
  /** From bad to good. */
  labels: v.pipe(v.array(v.string()), v.minLength(2)),
  /** Rows drawn an epoch. */
  rows: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Added, where a row's source lacks a label, to that label's logit in training: 0, or below. */
  absent: v.optional(v.pipe(v.number(), v.maxValue(0)), 0),
  /** Files whose texts stand in no row that is trained on or validates. */
  exclude: v.optional(v.array(v.strictObject({ file: v.string(), tokenised: v.optional(v.boolean(), false) })), []),
  /** Texts that are left out in the same way. */
  excludeTexts: v.optional(v.array(v.string()), []),
  /** A file beside the plan that lists, by hashes, texts that an earlier split held out; they stay so (`HeldTexts`). */
  heldOut: v.optional(v.string()),
  /** Linear models on n-grams, each fitted to the rows of all sources that name it; rows are judged by one that did not see them. */
  teachers: v.optional(
    v.record(
      v.string(),
      v.strictObject({
        words: count,
        characters: count,
        /** Of the hash that tells n-grams apart; see `NgramKinds`. */
        bits: v.optional(v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(26)), 22),
        balance: v.optional(share, 0),
        /** Of the target on labelled rows; the rest is the label. */
        share,
      }),
    ),
    {},
  ),
  sources: v.pipe(v.array(source), v.minLength(1)),
  /** Sources whose rows that are held out are also measured as one. */
  together: v.optional(v.array(v.strictObject({ title: v.string(), sources: v.array(v.string()) })), []),
});

/** Several sources of rows for one model; `scripts/train/plans` has those of the shipped ones. */
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
