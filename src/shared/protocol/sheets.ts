import type { Tone } from '../tone';
import type { Label } from '../explanation';
import type { PanelView } from './panel';

/** The sheets, each of which can be opened in the place of the explanation. */
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

/** The answer of one model for the text. */
export interface ModelExplanation {
  readonly view: PanelView;
  /** Explained for the label that all are compared by; left out if the model lacks it or knows no directions. */
  readonly to?: PanelView;
}

/** One of the last explanations. */
export interface RecentExplanation {
  readonly key: string;
  /** The time of the explanation, for people: `14:02`. */
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
