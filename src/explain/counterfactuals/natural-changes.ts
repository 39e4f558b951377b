import type { Counterfactuals, Replacement } from '../../shared/studies';
import type { YieldPoint } from '../yield-point';
import { NEVER_OFFERED, type Change } from './change';
import { CHANGE_RULES } from './change-rules';
import { applyEdit } from './edits';
import { changesConclusion, joints } from './joints';
import { MOST_OFFERED } from './removals';
import { hasTwoContrasts, withoutContradictions } from './sense';
import type { ChangedPrediction, Trial } from './trial';

/** At most so many places of a text are changed together, where changing one does not flip the prediction. */
const TOGETHER = 3;
/** Limit on the work: how many words the model may read. */
const MOST_COST = 60_000;
/** A surer change is worth this much naturalness. */
const SURENESS = 0.1;
/**
 * The cost of leaving praise with advice against it, or blame with a recommendation: more than that of one more change.
 */
const HALF = 2.2;

interface Tried {
  readonly changes: readonly Change[];
  /** These changes and those of the words that join the clauses, in text order. */
  readonly every: readonly Change[];
  /** Whether it reads badly: it is not offered, but others may be built on it. */
  readonly odd: boolean;
  /** Whether it reverses only the conclusion, or only the reasons for it. */
  readonly half: boolean;
  readonly outcome: ChangedPrediction;
  readonly margin: number;
}

/**
 * Changes that a person would make and that flip the prediction: another word of the same part of speech in place of
 * one that expresses an opinion, or a negator added or removed; no names, no function words, nothing that is merely
 * near in the network's vectors. Where no single change is enough, up to three are combined. At most three are offered,
 * of different words, the most natural first, and among equals the surest.
 */
export async function naturalChanges(trial: Trial, step: YieldPoint): Promise<Counterfactuals['replacements']> {
  const { text, words, language } = trial.explanation;
  const rules = CHANGE_RULES[language];
  const opinions = rules?.changes(text, words) ?? [];
  const all = withoutContradictions(text, opinions).filter(({ cost }) => cost !== NEVER_OFFERED);
  const joined = rules?.joints(text) ?? [];
  const start = trial.cost;
  const singles: Tried[] = [];
  let tried = 0;
  const isConclusion = (change: Change): boolean => changesConclusion(change, text);
  const judged = opinions.filter((change) => rules?.everyNegatorJudges || !change.negator || isConclusion(change));
  const half = (changes: readonly Change[]): boolean => {
    const [first, ...others] = changes.map(isConclusion);
    return others.every((other) => other === first) && judged.some((change) => isConclusion(change) !== first);
  };
  const attempt = async (changes: readonly Change[]): Promise<readonly Tried[]> => {
    await step();
    tried++;
    const between = joints(joined, trial.explanation, judged, changes);
    const every = inOrder([...changes, ...between]);
    const edits = every.map(({ edit }) => edit);
    const outcome = await trial.changed([...new Set(every.flatMap((change) => change.words))], edits);
    if (!outcome) return [];
    const odd = hasTwoContrasts(applyEdit(text, edits), between);
    return [{ changes, every, odd, half: half(changes), outcome, margin: trial.margin(outcome.prediction) }];
  };
  /** The strongest other changes, with those that also reverse the conclusion or the reasons for it. */
  const partners = (first: Change): readonly Change[] => {
    const others = singles.filter(({ changes: [other] }) => isConclusion(other) !== isConclusion(first));
    return [...new Set([...best(singles), ...best(others)].map(({ changes: [other] }) => other))];
  };
  for (const change of all) {
    if (trial.cost - start > MOST_COST) break;
    singles.push(...(await attempt([change])));
  }
  const flipping = (each: readonly Tried[]): Tried[] =>
    each.filter(({ outcome, odd }) => !odd && trial.flips(outcome.prediction));
  let found = flipping(singles);
  for (let size = 2, beam = best(singles); size <= TOGETHER && beam.length > 0; size++) {
    // A change that contradicts the rest of the text is offered only if no change reverses both.
    if (found.some((one) => !one.half)) break;
    const grown: Tried[] = [];
    for (const { changes } of beam) {
      for (const other of partners(changes[0])) {
        if (changes.some((change) => overlap(change, other)) || trial.cost - start > MOST_COST) continue;
        grown.push(...(await attempt(inOrder([...changes, other]))));
      }
    }
    found = [...found, ...flipping(grown)];
    beam = best(grown);
  }
  return { found: different(found).map((each) => offered(trial, each)), tried };
}

const inOrder = (changes: readonly Change[]): Change[] => [...changes].sort((a, b) => a.edit.start - b.edit.start);

/** The changes that are built on: those that moved the prediction most, each of different words. */
function best(tried: readonly Tried[]): readonly Tried[] {
  return [...tried].sort((a, b) => a.margin - b.margin || price(a) - price(b)).slice(0, 6);
}

/** The most natural first; each changes other words than those before it. */
function different(found: readonly Tried[]): readonly Tried[] {
  const kept: Tried[] = [];
  for (const one of [...found].sort((a, b) => price(a) - price(b))) {
    const again = kept.some(({ changes }) =>
      changes.some((change) => one.changes.some((other) => isAlike(change, other))),
    );
    if (!again) kept.push(one);
    if (kept.length === MOST_OFFERED) break;
  }
  return kept;
}

function price({ changes, half, margin }: Tried): number {
  return changes.reduce((sum, { cost }) => sum + 1 + cost, half ? HALF : 0) + SURENESS * margin;
}

/** Whether two change the same words in the same way: antonyms of one word are alike, its negation is not. */
function isAlike(a: Change, b: Change): boolean {
  const same = a.edit.start === b.edit.start && a.edit.end === b.edit.end && a.to === b.to;
  return same || (a.negator === b.negator && a.words.some((word) => b.words.includes(word)));
}

function overlap(a: Change, b: Change): boolean {
  return a.words.some((word) => b.words.includes(word)) || (a.edit.start < b.edit.end && b.edit.start < a.edit.end);
}

function offered(trial: Trial, { every, outcome }: Tried): Replacement {
  const joined = (side: 'from' | 'to'): string => every.map((change) => change[side]).join(' … ');
  return { ...trial.counterfactual(outcome), from: joined('from'), to: joined('to') };
}
