import { compareCodePoints } from '../../text/vocabulary';

export interface WordCount {
  readonly word: string;
  readonly count: number;
}

export interface WordFrequencies {
  /** The number of words in all texts, and of different words. */
  readonly words: number;
  readonly different: number;
  /** The most frequent words that have a letter or a digit and are not stop words. */
  readonly frequent: readonly WordCount[];
  /** For each minimum frequency: the number of different words that reach it, and their share of all words. */
  readonly over: readonly { readonly atLeast: number; readonly different: number; readonly share: number }[];
}

const FREQUENT = 30;
const AT_LEAST = [1, 2, 3, 5, 10, 20, 50, 100, 1000] as const;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Words with equal counts are ordered by code points, so that the same texts give the same list. */
export function wordFrequencies(counts: ReadonlyMap<string, number>, stopWords: ReadonlySet<string>): WordFrequencies {
  const all = [...counts].sort(([a, countA], [b, countB]) => countB - countA || compareCodePoints(a, b));
  const words = all.reduce((sum, [, count]) => sum + count, 0);
  const over = AT_LEAST.map((atLeast) => {
    const those = all.filter(([, count]) => count >= atLeast);
    const share = those.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, words);
    return { atLeast, different: those.length, share };
  });
  const frequent = all
    .filter(([word]) => SAYS_SOMETHING.test(word) && !stopWords.has(word))
    .slice(0, FREQUENT)
    .map(([word, count]) => ({ word, count }));
  return { words, different: all.length, frequent, over };
}
