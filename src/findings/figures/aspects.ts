import type { AspectFigure, Estimate } from '../../shared/findings/figures';
import { FALLBACK_LANGUAGE } from '../../shared/languages';
import { TOKEN_BITS } from '../../shared/findings/piece';
import { languageOfWord } from '../../text/language';
import { storeRowsOf, type Data, type Reference, type RowIndices, type StoreRows } from '../data';
import type { RowStore } from '../store/row-store';
import { nounsOf } from './nouns';
import { comparedSentiments, totalOf, type Counts } from './sentiments';
import { differenceOf, excludesZero, ratioOf, shareOf } from './statistics';

const MOST = 20;
const EXAMPLES = 10;
/** A noun in fewer rows than this is not reported. */
const LEAST_ROWS = 3;

/**
 * The aspects of texts: nouns, each with the sentiment of its own sentence (or of its clause, where the sentiment
 * changes within the sentence). A row counts once for a noun, with the sentiment of most of its sentences that have the
 * noun.
 */
export function aspects(
  { store }: Pick<Data, 'store'>,
  rows: RowIndices,
  reference?: Reference,
  most = MOST,
): AspectFigure[] {
  const own = countAspects({ store, rows });
  const side = reference && storeRowsOf(store, reference);
  const other = side && countAspects(side).counts;
  const placeOf = side && side.store !== store ? codesIn(side.store, store) : (noun: number) => noun;
  const found = [...own.counts].filter(([, counts]) => totalOf(counts) >= LEAST_ROWS);
  const { names } = nounsOf(store);
  const figures = found.map(([noun, counts]): AspectFigure => {
    const elsewhere = other && (other.get(placeOf(noun)) ?? [0, 0, 0]);
    const its = comparedSentiments(counts, elsewhere);
    const word = store.words[noun];
    const name = names.get(noun);
    return {
      aspect: name ?? word,
      language: languageOfWord(word) ?? FALLBACK_LANGUAGE,
      examples: own.examples.get(noun) ?? [],
      filter: { kind: 'aspect', aspect: word, ...(name !== undefined && { name }) },
      ...its,
      ...(elsewhere && side.rows.length > 0 && against(counts, rows.length, elsewhere, side.rows.length)),
    };
  });
  return figures.sort((a, b) => weightOf(b, rows.length) - weightOf(a, rows.length) || b.rows - a.rows).slice(0, most);
}

/**
 * How much more frequent a noun is than in the other rows, in total and by sentiment; also for nouns that the other
 * rows do not have.
 */
function against(
  counts: Counts,
  all: number,
  elsewhere: Counts,
  rest: number,
): Pick<AspectFigure, 'times' | 'restRows' | 'more'> {
  const [negative, , positive] = counts.map((rows, tone) =>
    differenceOf(shareOf(elsewhere[tone], rest), shareOf(rows, all)),
  );
  const restRows = totalOf(elsewhere);
  return {
    times: ratioOf(shareOf(totalOf(counts), all), shareOf(restRows, rest)),
    restRows,
    more: { negative, positive },
  };
}

/**
 * The order of aspects: frequent ones first, and before them those whose sentiment or frequency differs from the rest.
 */
function weightOf({ rows, change, more }: AspectFigure, all: number): number {
  const certain = (one: Estimate | undefined) => (one && excludesZero(one) ? Math.abs(one.value) : 0);
  return rows * (0.1 + certain(change)) + all * Math.max(certain(more?.negative), certain(more?.positive));
}

/** The code that another store has for a word of this one; −1: it has none. */
function codesIn(other: RowStore, store: RowStore): (code: number) => number {
  const codes = new Map(other.words.map((word, code) => [word, code]));
  return (code) => codes.get(store.words[code]) ?? -1;
}

function countAspects({ store, rows }: StoreRows) {
  const { of } = nounsOf(store);
  const counts = new Map<number, Counts>();
  const examples = new Map<number, number[]>();
  const balance = new Map<number, number>();
  for (const row of rows) {
    const tokens = store.tokens(row);
    balance.clear();
    for (const token of tokens) {
      const noun = of[token & TOKEN_BITS.word];
      if (noun === 0) continue;
      const tone = token & TOKEN_BITS.positive ? 1 : token & TOKEN_BITS.negative ? -1 : 0;
      balance.set(noun - 1, (balance.get(noun - 1) ?? 0) + tone);
    }
    for (const [noun, value] of balance) {
      let its = counts.get(noun);
      if (!its) counts.set(noun, (its = [0, 0, 0]));
      its[Math.sign(value) + 1]++;
      const shown = examples.get(noun);
      if (!shown) examples.set(noun, [row]);
      else if (shown.length < EXAMPLES) shown.push(row);
    }
  }
  return { counts, examples };
}
