/** How long texts are, in words. */
export interface LengthStatistics {
  readonly mean: number;
  /** The population variance: divided by the number of texts, not by one less. */
  readonly variance: number;
  readonly median: number;
  readonly shortest: number;
  readonly longest: number;
  /** The number of texts in each class of `LENGTH_CLASSES`. */
  readonly classes: readonly number[];
}

/** The smallest number of words in each class of lengths; a class ends where the next begins, and the last has no end. */
export const LENGTH_CLASSES = [0, 6, 11, 21, 41, 81, 161, 321, 641] as const;

/** `81–160`, `641+`. */
export function lengthClassName(index: number): string {
  const next = LENGTH_CLASSES.at(index + 1);
  return next === undefined ? `${LENGTH_CLASSES[index]}+` : `${LENGTH_CLASSES[index]}–${next - 1}`;
}

export function lengthClassOf(words: number): number {
  return LENGTH_CLASSES.findLastIndex((from) => words >= from);
}

/** @param words the number of words of each text */
export function lengthsOf(words: readonly number[]): LengthStatistics {
  const n = Math.max(1, words.length);
  const mean = words.reduce((sum, count) => sum + count, 0) / n;
  const variance = words.reduce((sum, count) => sum + (count - mean) ** 2, 0) / n;
  const classes = LENGTH_CLASSES.map(() => 0);
  for (const count of words) classes[lengthClassOf(count)]++;
  const sorted = [...words].sort((a, b) => a - b);
  const [shortest, longest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  return { mean, variance, median: medianOf(sorted), shortest, longest, classes };
}

/** The median of sorted numbers; 0 if there are none. */
export function medianOf(sorted: readonly number[]): number {
  if (sorted.length === 0) return 0;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
