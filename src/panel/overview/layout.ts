/** Sizes that follow from the width of the page, all in pixels. */
export interface BenchLayout {
  /** `wide`: columns side by side, rows on one line. */
  readonly mode: 'wide' | 'middle' | 'narrow';
  /** Between the paddings. */
  readonly content: number;
}

const WIDE = 900;
const NARROW = 520;
const WIDEST = 1480;
/** Left and right together, as bench.css has them. */
const PADDING = { wide: 56, middle: 56, narrow: 32 };

export function benchLayoutFor(width: number): BenchLayout {
  const mode = width >= WIDE ? 'wide' : width >= NARROW ? 'middle' : 'narrow';
  return { mode, content: Math.min(WIDEST, Math.max(200, Math.floor(width) - PADDING[mode])) };
}

/** Widths of equal columns beside one another. */
export const columnOf = (content: number, columns: number, gap: number): number =>
  Math.floor((content - gap * (columns - 1)) / columns);
