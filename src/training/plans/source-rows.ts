import { detokenised } from '../rows/detokenise';
import type { HeldTexts } from '../rows/held-texts';
import { phrasesOf } from '../rows/phrases';
import type { Row } from '../rows/row';
import { withoutTexts } from '../rows/split';
import { splitSources } from '../rows/split-sources';
import { sentenceEnds } from '../rows/sentence-ends';
import { textKey } from '../rows/text-key';
import type { Plan, SourcePlan } from './plan';

/** The rows of one source of a plan, without duplicates and without excluded texts. */
export interface SourceRows {
  readonly plan: SourcePlan;
  readonly train: readonly Row[];
  /** Phrases of the rows in `train`. */
  readonly phrases: readonly Row[];
  /** First and last sentences of the rows in `train`. */
  readonly ends: readonly Row[];
  readonly validation: readonly Row[];
  readonly test: readonly Row[];
}

export interface PlannedRows {
  readonly plan: Plan;
  /** The rows of each source as read, in the plan's order. */
  readonly rows: readonly (readonly Row[])[];
  /** Texts that are removed from all sources. */
  readonly excluded: readonly string[];
  /** Texts that an earlier split of these sources held out; they stay held out. */
  readonly held?: HeldTexts;
}

/**
 * The rows of each source, split. A text in several sources belongs to the first; excluded texts are removed; no text,
 * pair or group is on two sides of the split, not even as a phrase of a held-out sentence.
 */
export function sourceRows({ plan, rows, excluded, held }: PlannedRows, seed: number): SourceRows[] {
  const seen = new Set(excluded.map(textKey));
  const own = rows.map((of) => withoutCopies(of, seen));
  const shares = plan.sources.map(({ validation, test }, i) => ({
    rows: own[i],
    validationShare: validation,
    testShare: test,
  }));
  const splits = splitSources(shares, ['pair', 'group'], seed, held);
  const heldOut = splits.flatMap(({ validation, test }) => [...validation, ...test]).map(({ text }) => text);
  return plan.sources.map((source, i) => ({
    plan: source,
    ...splits[i],
    train: inBothForms(splits[i].train, source),
    phrases: source.phrases
      ? withoutTexts(phrasesOf(splits[i].train, plan.labels.length === 5 ? 5 : 3), [...heldOut, ...excluded])
      : [],
    ends: source.ends ? withoutTexts(sentenceEnds(splits[i].train), [...heldOut, ...excluded]) : [],
  }));
}

/** Texts in treebank tokens, and the same texts as people write them: a model has to know both. */
export function inBothForms(rows: readonly Row[], { tokenised }: Pick<SourcePlan, 'tokenised'>): readonly Row[] {
  if (!tokenised) return rows;
  return rows.flatMap((row) => {
    const text = detokenised(row.text);
    return text === row.text ? [row] : [row, { ...row, text }];
  });
}

/** Drops repeated texts, and also a text that occurred before with another label, because nobody knows which is right. */
function withoutCopies(rows: readonly Row[], seen: Set<string>): Row[] {
  return rows.filter(({ text }) => {
    const key = textKey(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
