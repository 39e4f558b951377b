import type { ChunkedWork } from '../chunked-work';
import type { ExplanationTask } from '../methods/method';
import { coalitionLogits, type Context, type CoalitionGame } from './coalitions';
import { joinPhrases, type ValuedPhrase } from './join-phrases';
import { coalitionWeights, type TableGame } from './table-game';
import { phraseUnits, type PhraseBreaks, type WordSpan } from './units';

/**
 * On the last of three levels, up to so many units are valued in all four contexts; more units only in two, for half as
 * many texts.
 */
const IN_ALL_CONTEXTS = 2;

/** A stretch of the text that is cut into units, and its contexts. */
interface Part {
  readonly stretch: WordSpan;
  readonly contexts: readonly Context[];
}

/**
 * Owen values of the phrases of a stretch: it is cut into units, these into units of their own, as deep as `levels` goes
 * (the most units of each level). What a unit adds is averaged over all coalitions of its neighbours, in all coalitions of
 * what stands around their whole: exact, but for the last level of long texts (`inTwoOrders`). The values sum to what the
 * stretch is worth over its contexts.
 */
export function* owenPhrases(
  task: ExplanationTask,
  seams: PhraseBreaks,
  stretch: WordSpan,
  levels: readonly number[],
  contexts: readonly Context[],
): ChunkedWork<ValuedPhrase[]> {
  let parts: readonly Part[] = [{ stretch, contexts }];
  for (const [level, most] of levels.entries()) {
    const cuts = parts.map((part) => phraseUnits(seams, part.stretch, most));
    const games = parts.map((part, at) => ({
      units: cuts[at].map((unit) => wordsIn(seams, unit)),
      contexts: part.contexts,
    }));
    const tables = yield* coalitionLogits(task, games);
    if (level === levels.length - 1)
      return cuts.flatMap((units, at) => joinPhrases(seams, units, averaged(tables[at], games[at].contexts)));
    const isLast = level === levels.length - 2;
    parts = cuts.flatMap((units, part) =>
      units.map((unit, at) => {
        const there = around(at, games[part], tables[part]);
        const few = isLast && games[part].contexts.length > 1 && levels[level + 1] > IN_ALL_CONTEXTS;
        return { stretch: unit, contexts: few ? inTwoOrders(there, seams, unit) : there };
      }),
    );
  }
  return [];
}

/**
 * Of all contexts of a unit only two: all that stands before it and nothing behind, and the other way round. That is what
 * it meets when the text is put together from its start, and from its end, so that values still sum to the whole: two
 * antithetic orders, as in permutation SHAP (Castro, Gómez and Tejada 2009).
 */
function inTwoOrders(contexts: readonly Context[], seams: PhraseBreaks, { from, to }: WordSpan): Context[] {
  const [before, behind] = [
    { from: 0, to: from },
    { from: to, to: seams.mask.length },
  ].map((of) => wordsIn(seams, of));
  const found = [
    contexts.find((one) => one.before.length === before.length && one.behind.length === 0),
    contexts.findLast((one) => one.before.length === 0 && one.behind.length === behind.length),
  ];
  return found.map((context) => ({ ...context!, weight: 1 / found.length }));
}

/** Places of the words that the model reads. */
export function wordsIn({ mask }: PhraseBreaks, { from, to }: WordSpan): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at).filter((word) => mask[word] !== 0);
}

/** The game averaged over all contexts: its Shapley values are the Owen values. */
function averaged(tables: readonly TableGame[], contexts: readonly Context[]): TableGame {
  return tables[0].map((_, c) => tables.reduce((sum, table, at) => sum + contexts[at].weight * table[c], 0));
}

/** The contexts of one of the units: all coalitions of the others, in each context of the whole. */
function around(at: number, { units: words, contexts }: CoalitionGame, tables: readonly TableGame[]): Context[] {
  const weights = coalitionWeights(words.length);
  const below = (1 << at) - 1;
  return contexts.flatMap(({ before, behind, weight }, context) =>
    Array.from(weights, (part, others): Context => {
      const c = (others & below) | ((others >> at) << (at + 1));
      const there = words.map((unit, other) => (c & (1 << other) ? unit : []));
      return {
        before: [...before, ...there.slice(0, at).flat()],
        behind: [...there.slice(at + 1).flat(), ...behind],
        weight: weight * part,
        without: tables[context][c],
        whole: tables[context][c | (1 << at)],
      };
    }),
  );
}
