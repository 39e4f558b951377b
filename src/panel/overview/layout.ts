import { pageMode, type PageMode, type PageSizes } from '../page/page-mode';

/** Sizes that follow from the width of the page, all in pixels. */
export interface OverviewLayout {
  /** `wide`: columns side by side, rows on one line. */
  readonly mode: PageMode;
  /** Between the paddings. */
  readonly content: number;
}

/** The paddings are those of overview.css. */
const SIZES: PageSizes = {
  wide: 900,
  narrow: 520,
  widestContent: 1480,
  padding: { wide: 56, middle: 56, narrow: 32 },
};

export const overviewLayoutFor = (width: number): OverviewLayout => pageMode(width, SIZES);

/** Widths of equal columns beside one another. */
export const equalColumn = (content: number, columns: number, gap: number): number =>
  Math.floor((content - gap * (columns - 1)) / columns);
