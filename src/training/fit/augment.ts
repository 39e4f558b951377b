import { shuffle, type Random } from '../../shared/random';
import type { Sample } from './sample';

/** How a text is augmented each time that it is trained on. */
export interface Augmentation {
  /** Share of the words that are replaced by the unknown word. */
  readonly wordDropout: number;
  /** Share of the texts whose clauses are shuffled. */
  readonly clauseShuffle: number;
  /** Id of the unknown word; 0 if the network skips unknown words. */
  readonly unknownId: number;
  /** The ids of the tokens that end a clause. */
  readonly clauseEnds: ReadonlySet<number>;
}

/** The tokens that end a clause, in Chinese and English. */
export const CLAUSE_ENDS: readonly string[] = ['，', '。', '！', '？', '；', ',', '.', '!', '?', ';'];

/** The text as the network sees it this time. */
export function augmented(sample: Sample, how: Augmentation, random: Random): Sample {
  let { ids } = sample;
  if (how.clauseShuffle > 0 && random() < how.clauseShuffle) ids = withClausesShuffled(ids, how.clauseEnds, random);
  if (how.wordDropout > 0) {
    const dropped = ids.map((id) => (random() < how.wordDropout ? how.unknownId : id));
    // Where the network skips unknown words, a dropped word is removed. A text that would become empty stays unchanged.
    const left = how.unknownId === 0 ? dropped.filter((id) => id !== 0) : dropped;
    if (left.length > 0) ids = left;
  }
  return { ...sample, ids };
}

function withClausesShuffled(ids: Int32Array, ends: ReadonlySet<number>, random: Random): Int32Array {
  const clauses: Int32Array[] = [];
  let from = 0;
  for (let at = 0; at < ids.length; at++) {
    if (!ends.has(ids[at]) && at < ids.length - 1) continue;
    clauses.push(ids.subarray(from, at + 1));
    from = at + 1;
  }
  return Int32Array.from(shuffle(clauses, random).flatMap((clause) => [...clause]));
}
