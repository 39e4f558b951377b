import type { ChunkedWork } from '../chunked-work';
import type { Task } from '../methods/method';
import { coalitionLogits, type Context } from './coalitions';
import { joinPhrases, type ValuedPhrase } from './join-phrases';
import { coalitionWeights, type TableGame } from './table-game';
import { unitsOf, type Seams, type Stretch } from './units';

/** The most units of the last of three levels that meet every context; more meet two of four: half as many texts are read. */
const IN_ALL_CONTEXTS = 2;

/**
 * Owen values of the phrases of a stretch: it is cut into units, these into units of their own, as deep as `levels` goes
 * (the most units of each level). What a unit adds is averaged over all coalitions of its neighbours, in all coalitions of
 * what stands around their whole: exact, but for the last level of long texts (`inTwoOrders`). The values sum to what the
 * stretch is worth over its contexts.
 */
export function* owenPhrases(
  task: Task,
  seams: Seams,
  stretch: Stretch,
  [most, ...deeper]: readonly number[],
  contexts: readonly Context[],
): ChunkedWork<ValuedPhrase[]> {
  const units = unitsOf(seams, stretch, most);
  const words = units.map((unit) => wordsIn(seams, unit));
  const tables = yield* coalitionLogits(task, words, contexts);
  if (deeper.length === 0) return joinPhrases(seams, units, averaged(tables, contexts));
  const phrases: ValuedPhrase[] = [];
  for (const [at, unit] of units.entries()) {
    const there = around(at, words, tables, contexts);
    const isLast = deeper.length === 1 && contexts.length > 1;
    const met = isLast && deeper[0] > IN_ALL_CONTEXTS ? inTwoOrders(there, seams, unit) : there;
    phrases.push(...(yield* owenPhrases(task, seams, unit, deeper, met)));
  }
  return phrases;
}

/**
 * Of all contexts of a unit only two: all that stands before it and nothing behind, and the other way round. That is what
 * it meets when the text is put together from its start, and from its end, so that values still sum to the whole: two
 * antithetic orders, as in permutation SHAP (Castro, Gómez and Tejada 2009).
 */
function inTwoOrders(contexts: readonly Context[], seams: Seams, { from, to }: Stretch): Context[] {
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
export function wordsIn({ mask }: Seams, { from, to }: Stretch): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at).filter((word) => mask[word] !== 0);
}

/** What the units are worth on the mean of all contexts: its Shapley values are the Owen values. */
function averaged(tables: readonly TableGame[], contexts: readonly Context[]): TableGame {
  return tables[0].map((_, c) => tables.reduce((sum, table, at) => sum + contexts[at].weight * table[c], 0));
}

/** What may stand around one of the units: all coalitions of the others, in each of the contexts. */
function around(
  at: number,
  words: readonly (readonly number[])[],
  tables: readonly TableGame[],
  contexts: readonly Context[],
): Context[] {
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
