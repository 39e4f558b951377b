/** One place where an n-gram of a table stands in a text. */
export interface Occurrence {
  /** Its row in the table. */
  readonly ngram: number;
  /** Index of its first word. */
  readonly at: number;
  /** How many words it has. */
  readonly length: number;
}

/**
 * The n-grams that a model knows, each a row of word ids: `[ngrams, longest]`, padded with 0 at the end. A row of zeros is
 * no n-gram. Skipped words and unknown ones (ids 0 and 1) are part of none.
 */
export class NgramTable {
  private readonly rows = new Map<number, number>();

  constructor(
    words: ArrayLike<number>,
    private readonly longest: number,
    private readonly vocabularySize: number,
  ) {
    for (let row = 0; row * longest < words.length; row++) {
      let key = 0;
      for (let i = 0; i < longest && words[row * longest + i] > 0; i++) key = this.next(key, words[row * longest + i]);
      if (key > 0) this.rows.set(key, row);
    }
  }

  /** Every n-gram of the table in a text, from left to right, shorter ones first. */
  *find(ids: ArrayLike<number>, mask: ArrayLike<number>): Generator<Occurrence> {
    for (let at = 0; at < ids.length; at++) {
      let key = 0;
      for (let length = 1; length <= this.longest && at + length <= ids.length; length++) {
        const id = ids[at + length - 1];
        if (id <= UNKNOWN || !mask[at + length - 1]) break;
        key = this.next(key, id);
        const ngram = this.rows.get(key);
        if (ngram !== undefined) yield { ngram, at, length };
      }
    }
  }

  private next(key: number, id: number): number {
    return ngramKey(key, id, this.vocabularySize);
  }
}

export const UNKNOWN = 1;

/**
 * A number for an n-gram and one word more: as digits, to the base of the vocabulary's size. Exact below 2^53, which is
 * three words of a vocabulary of 200,000.
 */
export function ngramKey(key: number, id: number, vocabularySize: number): number {
  return key * vocabularySize + id;
}
