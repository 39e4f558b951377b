import type { Counterfactuals, Replacement } from '../../shared/studies';
import type { Language } from '../../shared/languages';
import type { Word } from '../../text/word';
import type { YieldPoint } from '../yield-point';
import type { Change } from './change';
import { chineseChanges } from './chinese-changes';
import { englishChanges } from './english-changes';
import { OFFERED } from './removals';
import type { Outcome, Trial } from './trial';

/** Places of a text that are changed together, where one alone does not change the prediction. */
const TOGETHER = 3;
/** Words that may go through the model. */
const MOST_COST = 60_000;
/** A surer change is worth this much naturalness. */
const SURENESS = 0.3;

/** What a person might change, by language; of others no change is known. */
const CHANGES: Readonly<Partial<Record<Language, (text: string, words: readonly Word[]) => readonly Change[]>>> = {
  zh: chineseChanges,
  en: englishChanges,
};

interface Tried {
  readonly changes: readonly Change[];
  readonly outcome: Outcome;
  readonly margin: number;
}

/**
 * Changes that a person would make, such that the text reads otherwise: another word of the same part of speech in
 * place of one that judges, or a negator more or less; no names, no function words, nothing that is merely near in the
 * network's vectors. Where none does alone, up to three together do. At most three are offered, of different words, the
 * most natural first, and among equals the surest.
 */
export async function naturalChanges(trial: Trial, step: YieldPoint): Promise<Counterfactuals['replacements']> {
  const { text, words, language } = trial.explanation;
  const all = CHANGES[language]?.(text, words) ?? [];
  const start = trial.cost;
  const singles: Tried[] = [];
  let tried = 0;
  const attempt = async (changes: readonly Change[]): Promise<Tried | undefined> => {
    await step();
    tried++;
    const edits = changes.map(({ edit }) => edit);
    const outcome = await trial.changed([...new Set(changes.flatMap((change) => change.words))], edits);
    return outcome && { changes, outcome, margin: trial.margin(outcome.prediction) };
  };
  for (const change of all) {
    if (trial.cost - start > MOST_COST) break;
    const one = await attempt([change]);
    if (one) singles.push(one);
  }
  let found = singles.filter(({ outcome }) => trial.flips(outcome.prediction));
  for (let size = 2, beam = best(singles); size <= TOGETHER && found.length === 0 && beam.length > 0; size++) {
    const grown: Tried[] = [];
    for (const { changes } of beam) {
      for (const {
        changes: [other],
      } of best(singles)) {
        if (changes.some((change) => overlap(change, other)) || trial.cost - start > MOST_COST) continue;
        const more = await attempt([...changes, other].sort((a, b) => a.edit.start - b.edit.start));
        if (more) grown.push(more);
      }
    }
    found = grown.filter(({ outcome }) => trial.flips(outcome.prediction));
    beam = best(grown);
  }
  return { found: different(found).map((each) => offered(trial, each)), tried };
}

/** The least sure places to grow from: those that moved the prediction most, of different words. */
function best(tried: readonly Tried[]): readonly Tried[] {
  return [...tried].sort((a, b) => a.margin - b.margin || price(a) - price(b)).slice(0, 6);
}

/** The most natural first; none of words that another changes already, so that the three differ. */
function different(found: readonly Tried[]): readonly Tried[] {
  const kept: Tried[] = [];
  for (const one of [...found].sort((a, b) => price(a) - price(b))) {
    const again = kept.some(({ changes }) =>
      changes.some((change) => one.changes.some((other) => isAlike(change, other))),
    );
    if (!again) kept.push(one);
    if (kept.length === OFFERED) break;
  }
  return kept;
}

function price({ changes, margin }: Tried): number {
  return changes.reduce((sum, { cost }) => sum + 1 + cost, 0) + SURENESS * margin;
}

/** Whether two change the same words in the same way: antonyms of one word are alike, its negation is not. */
function isAlike(a: Change, b: Change): boolean {
  const same = a.edit.start === b.edit.start && a.edit.end === b.edit.end && a.to === b.to;
  return same || (a.negator === b.negator && a.words.some((word) => b.words.includes(word)));
}

function overlap(a: Change, b: Change): boolean {
  return a.words.some((word) => b.words.includes(word)) || (a.edit.start < b.edit.end && b.edit.start < a.edit.end);
}

function offered(trial: Trial, { changes, outcome }: Tried): Replacement {
  const joined = (side: 'from' | 'to'): string => changes.map((change) => change[side]).join(' … ');
  return { ...trial.counterfactual(outcome), from: joined('from'), to: joined('to') };
}
