/** Neighbouring words that are too close together for a pointer to tell apart. */
export interface Bundle {
  readonly first: number;
  readonly count: number;
  /** The one of them that stands for all. */
  readonly word: number;
}

/** The smallest width, in pixels, that a pointer can hit. */
const NEAREST = 3;

/** Neighbours share a bundle where there are more words than places for a pointer; the largest value stands for it. */
export function bundles(words: number, pixels: number, values: readonly number[] | undefined): Bundle[] {
  const size = Math.ceil(words / Math.max(1, Math.floor(pixels / NEAREST)));
  return Array.from({ length: Math.ceil(words / size) }, (_, index): Bundle => {
    const first = index * size;
    const count = Math.min(size, words - first);
    const members = Array.from({ length: count }, (_, i) => first + i);
    const word = members.reduce((best, each) => ((values?.[each] ?? 0) > (values?.[best] ?? 0) ? each : best));
    return { first, count, word };
  });
}
