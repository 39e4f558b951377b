/** The colours that the manifest contributes, as CSS variables of the page: `--vscode-saliency-positive` … */
export interface ContributedColours {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

/** What can be asked of the page; `request` comes back with the answer. */
export type ExportWish =
  | { readonly type: 'listCharts' }
  | {
      readonly type: 'draw';
      readonly format: 'svg' | 'png';
      /** One of the listed; left out: all of them, below each other. */
      readonly chart?: string;
      /** As on paper, or as the editor has them now. */
      readonly colours: 'light' | 'editor';
      readonly contributed: ContributedColours;
    }
  | {
      readonly type: 'report';
      /** The page's own style sheet, to be written into the file. */
      readonly style: string;
      readonly contributed: ContributedColours;
    };

/** Host → page. */
export type ExportOrder = ExportWish & { readonly request: number };

/** A chart that the page shows. */
export interface ShownChart {
  readonly id: string;
  readonly title: string;
}

/** Page → host, by the order's type. */
export type ExportAnswer =
  | { readonly type: 'charts'; readonly request: number; readonly charts: readonly ShownChart[] }
  /** `content`: SVG, HTML, or a PNG in base64; left out: the picture would be too large. */
  | { readonly type: 'drawn'; readonly request: number; readonly content?: string }
  /** Nothing is shown, or it could not be drawn. */
  | { readonly type: 'notDrawn'; readonly request: number; readonly reason?: string };
