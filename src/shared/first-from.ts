/** Place of the first one that starts there or later; they stand in text order. */
export function firstStartingAt(spans: readonly { readonly start: number }[], start: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
