import type { Label } from '../explanation';
import type { PanelView, Tone } from './panel';

/** What stands in the place of the explanation until one goes back to it. */
export const SHEETS = ['whatIf', 'compare', 'pinned'] as const;
export type Sheet = (typeof SHEETS)[number];

/** Two texts, or one text by two models, side by side. */
export interface ExplanationPair {
  /** Each as it explains its own prediction. */
  readonly before: PanelView;
  readonly after: PanelView;
  /** The label to which both are compared … */
  readonly label: Label;
  /** … and both explained for it; left out if the model has no such label. */
  readonly beforeTo?: PanelView;
  readonly afterTo?: PanelView;
}

/** One model's reading of the text. */
export interface ModelReading {
  readonly view: PanelView;
  /** Explained for the label that all are compared by; left out if the model lacks it or knows no directions. */
  readonly to?: PanelView;
}

/** One of the last explanations. */
export interface RecentExplanation {
  readonly key: string;
  /** As a person reads it. */
  readonly time: string;
  readonly file: string;
  readonly line: number;
  /** Its beginning. */
  readonly text: string;
  readonly label: Label;
  readonly tone: Tone;
  readonly probability: number;
  readonly pinned: boolean;
}
