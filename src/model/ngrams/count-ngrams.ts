import { ngramKey, UNKNOWN } from './ngram-table';

/** A text as word ids, and the index of its label. */
export interface CountedText {
  readonly ids: Int32Array;
  readonly label: number;
}

/** Which n-grams there are to choose from. */
export interface NgramRange {
  readonly longest: number;
  /** N-grams that occur in fewer texts are left out. */
  readonly minTexts: number;
  readonly vocabularySize: number;
}

/** An n-gram's key (see `ngramKey`) and how often it stands in one text. */
export type NgramCounts = ReadonlyMap<number, number>;

/** The n-grams of one text. */
export function ngramsOf(ids: Int32Array, { longest, vocabularySize }: NgramRange): NgramCounts {
  const counts = new Map<number, number>();
  for (let at = 0; at < ids.length; at++) {
    let key = 0;
    for (let i = at; i < Math.min(at + longest, ids.length) && ids[i] > UNKNOWN; i++) {
      key = ngramKey(key, ids[i], vocabularySize);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** In how many texts each n-gram stands that stands in enough of them. */
export function textFrequencies(texts: readonly CountedText[], range: NgramRange): Map<number, number> {
  const all = new Map<number, number>();
  for (const { ids } of texts) for (const key of ngramsOf(ids, range).keys()) all.set(key, (all.get(key) ?? 0) + 1);
  for (const [key, count] of all) if (count < range.minTexts) all.delete(key);
  return all;
}

/** The word ids of a key, `[longest]`, padded with 0 at the end. */
export function wordsOfKey(key: number, { longest, vocabularySize }: NgramRange): number[] {
  const words: number[] = [];
  for (let rest = key; rest > 0; rest = Math.floor(rest / vocabularySize)) words.unshift(rest % vocabularySize);
  return [...words, ...new Array<number>(longest - words.length).fill(0)];
}
