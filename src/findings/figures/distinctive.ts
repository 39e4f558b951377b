import type { DistinctiveWord } from '../../shared/findings/figures';
import { TOKEN_BITS } from '../../shared/findings/piece';
import { isFunctionWord } from '../store/function-words';
import { storeRowsOf, type Data, type Reference, type RowIndices, type StoreRows } from '../data';
import type { RowStore } from '../store/row-store';

const MOST = 20;
/** The weight of the prior, as a number of words of the whole. */
const PRIOR = 500;
const LEAST_ROWS = 3;

/**
 * Words of some rows against the rest: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008,
 * eq. 16–22). The prior is the words of both together, weighing as many as `PRIOR` words. Sorted by z.
 */
export function distinctiveWords(
  { store }: Pick<Data, 'store'>,
  rows: RowIndices,
  rest: Reference,
  most = MOST,
): readonly DistinctiveWord[] {
  const own = countWords({ store, rows });
  const other = inWordsOf(store, storeRowsOf(store, rest));
  const [n, m] = [own.total, other.total];
  if (n === 0 || m === 0) return [];
  const found: DistinctiveWord[] = [];
  store.words.forEach((word, code) => {
    const [y, x] = [own.words[code], other.words[code]];
    if (own.rows[code] < LEAST_ROWS || isFunctionWord(word)) return;
    const prior = (PRIOR * (y + x)) / (n + m);
    const odds = (count: number, total: number) => Math.log((count + prior) / (total + PRIOR - count - prior));
    const logOdds = odds(y, n) - odds(x, m);
    const z = logOdds / Math.sqrt(1 / (y + prior) + 1 / (x + prior));
    if (z > 0)
      found.push({
        word,
        rows: own.rows[code],
        restRows: other.rows[code],
        logOdds,
        z,
        filter: { kind: 'word', word },
      });
  });
  return found.sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1)).slice(0, most);
}

/** Words of a side by the codes of a store; its total counts those that the store lacks, too. */
function inWordsOf(store: RowStore, side: StoreRows): ReturnType<typeof countWords> {
  const its = countWords(side);
  if (side.store === store) return its;
  const codes = new Map(side.store.words.map((word, code) => [word, code]));
  const moved = (counts: Uint32Array) =>
    Uint32Array.from(store.words, (word) => {
      const code = codes.get(word);
      return code === undefined ? 0 : counts[code];
    });
  return { words: moved(its.words), rows: moved(its.rows), total: its.total };
}

function countWords({ store, rows: of }: StoreRows) {
  const words = new Uint32Array(store.words.length);
  const rows = new Uint32Array(store.words.length);
  const seen = new Uint32Array(store.words.length);
  let total = 0;
  for (let at = 0; at < of.length; at++) {
    const tokens = store.tokens(of[at]);
    total += tokens.length;
    for (const token of tokens) {
      const code = token & TOKEN_BITS.word;
      words[code]++;
      if (seen[code] === at + 1) continue;
      seen[code] = at + 1;
      rows[code]++;
    }
  }
  return { words, rows, total };
}
