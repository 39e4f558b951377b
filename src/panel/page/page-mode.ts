/** `wide`: two columns. `middle`: one. `narrow`: one with small margins. */
export type PageMode = 'wide' | 'middle' | 'narrow';

/** The widths at which the mode of a page changes, and its paddings, in pixels. */
export interface PageSizes {
  /** From the first width on a page is wide; below the second it is narrow. */
  readonly wide: number;
  readonly narrow: number;
  readonly widestContent: number;
  /** Left and right together, as the page's style sheet has them. */
  readonly padding: Readonly<Record<PageMode, number>>;
}

const LEAST_CONTENT = 200;

/** The mode, and the width between the paddings. */
export function pageMode(width: number, sizes: PageSizes): { readonly mode: PageMode; readonly content: number } {
  const mode = width >= sizes.wide ? 'wide' : width >= sizes.narrow ? 'middle' : 'narrow';
  const content = Math.max(LEAST_CONTENT, Math.floor(width) - sizes.padding[mode]);
  return { mode, content: Math.min(sizes.widestContent, content) };
}
