import type { Label } from '../explanation';
import type { ModelSummary } from './explainer';
import type { PanelView, Tone } from './panel';

/** What stands in the place of the explanation until one goes back to it. */
export const SHEETS = ['whatIf', 'compare', 'pinned'] as const;
export type Sheet = (typeof SHEETS)[number];

/** Two texts, or one text by two models, side by side. */
export interface Pair {
  /** Each as it explains its own prediction. */
  readonly before: PanelView;
  readonly after: PanelView;
  /** The label to which both are compared … */
  readonly label: Label;
  /** … and both explained for it; left out where the model has no such label. */
  readonly beforeTo?: PanelView;
  readonly afterTo?: PanelView;
}

/** One model's reading of the text. */
export interface ModelReading {
  readonly view: PanelView;
  /** Explained for the label that all are compared by; left out where the model lacks it or knows no directions. */
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

/** Host → page. `of`: the `id` of the view that was asked about; `problem`: a sentence for the person. */
export type HostSheetMessage =
  | { readonly type: 'sheet'; readonly sheet: Sheet }
  | {
      readonly type: 'whatIf';
      readonly of: number;
      readonly edited: string;
      readonly pair?: Pair;
      readonly problem?: string;
    }
  /** The models of the text's language, the one in use first. */
  | { readonly type: 'models'; readonly of: number; readonly models: readonly ModelSummary[]; readonly label: Label }
  | {
      readonly type: 'compared';
      readonly of: number;
      readonly model: string;
      readonly reading?: ModelReading;
      readonly problem?: string;
    }
  | { readonly type: 'recent'; readonly recent: readonly RecentExplanation[] }
  /** The pinned explanation beside the current one; without a pair nothing is pinned. */
  | { readonly type: 'pinned'; readonly of: number; readonly pair?: Pair; readonly problem?: string };

/** Page → host. */
export type PageSheetMessage =
  | { readonly type: 'whatIf'; readonly of: number; readonly edited: string }
  /** The edited text into the place of the explained one, in one step that can be undone. */
  | { readonly type: 'applyText'; readonly of: number; readonly text: string }
  /** Left out: which models there are, and all of them up to six. */
  | { readonly type: 'compare'; readonly of: number; readonly model?: string }
  | { readonly type: 'useModel'; readonly model: string }
  /** Left out: the current explanation. */
  | { readonly type: 'pin'; readonly key?: string }
  | { readonly type: 'unpin' }
  | { readonly type: 'comparePinned'; readonly of: number }
  /** Both texts by the model of the current one. */
  | { readonly type: 'readBoth'; readonly of: number };
