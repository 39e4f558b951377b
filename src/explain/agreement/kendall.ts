/**
 * Kendall's τ-b of two lists of scores: concordant minus discordant pairs, corrected for ties (Kendall 1945), by
 * Knight's algorithm (1966) in O(n log n). Undefined if all scores of one list are the same.
 */
export function kendallTau(a: ArrayLike<number>, b: ArrayLike<number>): number | undefined {
  const n = a.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[i] - a[j] || b[i] - b[j]);
  const pairs = (n * (n - 1)) / 2;
  const tiesA = tiedPairs(order, (i, j) => a[i] === a[j]);
  const tiesBoth = tiedPairs(order, (i, j) => a[i] === a[j] && b[i] === b[j]);
  const { sorted, swaps } = mergeSorted(order.map((i) => b[i]));
  const tiesB = tiedPairs(sorted, (x, y) => x === y);
  const scale = Math.sqrt((pairs - tiesA) * (pairs - tiesB));
  if (scale === 0) return undefined;
  return (pairs - tiesA - tiesB + tiesBoth - 2 * swaps) / scale;
}

/** The tied pairs of a sorted list: all pairs within each run of equal items. */
function tiedPairs<T>(items: readonly T[], equal: (one: T, next: T) => boolean): number {
  let pairs = 0;
  let run = 1;
  for (let i = 1; i <= items.length; i++) {
    if (i < items.length && equal(items[i - 1], items[i])) {
      run++;
    } else {
      pairs += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  return pairs;
}

/** Merge sort that also counts the pairs in the wrong order. */
function mergeSorted(values: readonly number[]): { sorted: number[]; swaps: number } {
  if (values.length < 2) return { sorted: [...values], swaps: 0 };
  const half = values.length >> 1;
  const [left, right] = [mergeSorted(values.slice(0, half)), mergeSorted(values.slice(half))];
  let swaps = left.swaps + right.swaps;
  const sorted: number[] = [];
  let i = 0;
  for (const value of right.sorted) {
    while (i < left.sorted.length && left.sorted[i] <= value) sorted.push(left.sorted[i++]);
    swaps += left.sorted.length - i;
    sorted.push(value);
  }
  return { sorted: [...sorted, ...left.sorted.slice(i)], swaps };
}
