import type { PageStrings } from '../strings/explanation-page';

/** The colours that the manifest contributes, as CSS variables of the page: `--vscode-saliency-positive` … */
export interface ContributedColours {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

export interface DrawRequest {
  readonly format: 'svg' | 'png';
  /** One of the listed; left out: all of them, below each other. */
  readonly chart?: string;
  /** `light`: as on paper. `editor`: as the current theme has them. */
  readonly colours: 'light' | 'editor';
  readonly contributed: ContributedColours;
}

export interface ReportRequest {
  /** The page's own style sheet, to be written into the file. */
  readonly style: string;
  readonly contributed: ContributedColours;
  /** The language of the report (BCP 47), and its sentences in that language; left out: those of the page. */
  readonly language?: string;
  readonly strings?: PageStrings;
}

/** A chart that the page shows. */
export interface ShownChart {
  readonly id: string;
  readonly title: string;
}

/** What the host may call in the page of an explanation. Rejects with `not-drawn` where nothing is shown. */
export interface DrawingPage {
  /** The charts of the open sections. */
  charts(): Promise<readonly ShownChart[]>;
  /** SVG, or a PNG in base64. @throws SaliencyError `picture-too-large` */
  draw(request: DrawRequest): Promise<string>;
  /** One HTML file. */
  report(request: ReportRequest): Promise<string>;
}
