import type { NgramTable, Occurrence } from './ngram-table';

/** One text as the n-grams in it, each once, with their values, whose squares sum to 1. */
export interface NgramRow {
  readonly ngrams: Int32Array;
  readonly values: Float32Array;
  readonly occurrences: readonly Occurrence[];
}

/** How the n-grams of a text become values. */
export interface NgramScaling {
  readonly table: NgramTable;
  /** `[ngrams]`: a factor for each. */
  readonly scale: Float32Array;
  /** Counts each n-gram as often as it stands in the text; else once. */
  readonly counted: boolean;
}

/** @param ids of the words; `mask`: 0 = skipped */
export function ngramRow(
  ids: ArrayLike<number>,
  mask: ArrayLike<number>,
  { table, scale, counted }: NgramScaling,
): NgramRow {
  const occurrences = [...table.find(ids, mask)];
  const counts = new Map<number, number>();
  for (const { ngram } of occurrences) counts.set(ngram, counted ? (counts.get(ngram) ?? 0) + 1 : 1);
  const raw = [...counts].map(([ngram, count]) => count * scale[ngram]);
  const norm = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0));
  return {
    ngrams: Int32Array.from(counts.keys()),
    values: Float32Array.from(raw, (value) => (norm === 0 ? 0 : value / norm)),
    occurrences,
  };
}
