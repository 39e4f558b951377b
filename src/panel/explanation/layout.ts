/** Sizes that follow from the width of the page, all in pixels. */
export interface Layout {
  readonly mode: 'wide' | 'middle' | 'narrow';
  /** Between the paddings. */
  readonly content: number;
  /** One of two columns where it is wide, else the widest a chart gets. */
  readonly column: number;
}

const GAP = 32;
const WIDE = 720;
const NARROW = 420;
const WIDEST_STACKED = 480;
const WIDEST_CONTENT = 1120;
/** Left and right together, as page.css has them. */
export const PADDING = { wide: 56, middle: 56, narrow: 36 };

/** Two columns from 720 px on, one below, less padding below 420. */
export function layoutFor(width: number): Layout {
  const mode = width >= WIDE ? 'wide' : width >= NARROW ? 'middle' : 'narrow';
  const content = Math.min(WIDEST_CONTENT, Math.max(200, Math.floor(width) - PADDING[mode]));
  const column = mode === 'wide' ? Math.floor((content - GAP) / 2) : Math.min(WIDEST_STACKED, content);
  return { mode, content, column };
}
