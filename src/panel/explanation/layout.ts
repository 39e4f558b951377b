import { pageMode, type PageMode, type PageSizes } from '../page/page-mode';

/** Sizes that follow from the width of the page, all in pixels. */
export interface PageLayout {
  readonly mode: PageMode;
  /** Between the paddings. */
  readonly content: number;
  /** One of two columns where it is wide, else the widest a chart gets. */
  readonly column: number;
}

const GAP = 32;
const WIDEST_STACKED = 480;
/** Left and right together, as styles/base.css has them. */
export const PADDING = { wide: 56, middle: 56, narrow: 36 };
const SIZES: PageSizes = { wide: 720, narrow: 420, widestContent: 1120, padding: PADDING };

/** Two columns from 720 px on, one below, less padding below 420. */
export function layoutFor(width: number): PageLayout {
  const { mode, content } = pageMode(width, SIZES);
  const column = mode === 'wide' ? Math.floor((content - GAP) / 2) : Math.min(WIDEST_STACKED, content);
  return { mode, content, column };
}
