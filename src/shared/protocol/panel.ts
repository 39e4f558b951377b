import type { ModelSummary } from './explainer';
import type { Agreement, AgreementMethod, Counterfactuals, Trace, FaithfulnessReport } from '../studies';
import type { Explanation, Label } from '../explanation';
import type { Density } from '../highlights';
import type { Method } from '../methods';
import type { SpanScore } from '../sums';
import type { ModelCard } from '../model-card';
import type { PageAnswer } from '../rpc/message-schemas';

/** The three hues; a saliency's words are `neutral`. */
export type Tone = 'negative' | 'neutral' | 'positive';

/** How one word is marked: worked out by the host, so that editor and page never differ. */
export interface WordMark {
  /** 0 = not marked, 4 = strongest. */
  readonly step: 0 | 1 | 2 | 3 | 4;
  /** `none`: a saliency, which has no direction. */
  readonly direction: 'for' | 'against' | 'none';
  /** 1 = the most important word. */
  readonly rank: number;
  readonly tone: Tone;
  /** What it adds to the target's probability, in percentage points; left out for a saliency. */
  readonly points?: number;
}

/** Words that are one highlight, or could be one: a phrase, or a word by itself. Signs and unknown words are none. */
export interface PhraseMark extends WordMark {
  /** Its words: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** In the method's own unit. */
  readonly score: number;
}

/** Where the explained text stands. */
export interface Place {
  readonly uri: string;
  /** Name to show, without folders. */
  readonly file: string;
  /** 1-based; of the first character. */
  readonly line: number;
  /** UTF-16 offset into the document at which `explanation.text` starts. */
  readonly start: number;
}

/** Of a model's card, what a person may want to know. */
export type CardFacts = Pick<
  ModelCard,
  'trainedOn' | 'rows' | 'length' | 'measured' | 'changes' | 'notFor' | 'licence' | 'history'
>;

/** What is worked out beside an explanation and comes later; absent until then, never a placeholder. */
export interface StudyResults {
  readonly card?: CardFacts;
  readonly trust?: FaithfulnessReport;
  readonly trace?: Trace;
  readonly counterfactuals?: Counterfactuals;
  /** Without the scores, which the page does not draw. */
  readonly agreement?: Omit<Agreement, 'methods'> & { readonly methods: readonly Omit<AgreementMethod, 'scores'>[] };
}
export const STUDIES = [
  'card',
  'trust',
  'trace',
  'counterfactuals',
  'agreement',
] as const satisfies readonly (keyof StudyResults)[];
export type Study = (typeof STUDIES)[number];

/** All that the page draws of one explanation; plain JSON, so that it survives a reload in the page's state. */
export interface PanelView {
  /** Of the explained range: figures that come later name it. */
  readonly id: number;
  readonly explanation: Explanation;
  /** One a word. */
  readonly marks: readonly WordMark[];
  /** What can be highlighted, in text order; those of step 0 are not. */
  readonly phrases: readonly PhraseMark[];
  /** How many highlights were asked for. */
  readonly density: Density;
  /** The target's probability from which all points add up to the probability of the text; only where they do. */
  readonly base?: number;
  readonly tones: Readonly<Record<Label, Tone>>;
  /** The scores summed over the sentences of the text, in order. */
  readonly sentences: readonly SpanScore[];
  readonly place: Place;
  /** When it was explained, as a person reads it: `14:02`. */
  readonly time: string;
  /** The text was changed since. */
  readonly stale: boolean;
  /** Those of the explanation, in the display language. */
  readonly warnings: readonly string[];
  /** Left out until the list of models is there. */
  readonly model?: ModelSummary;
}

/** Host → page. */
export type HostMessage =
  | { readonly type: 'show'; readonly view: PanelView }
  /** There is nothing to show (any more). */
  | { readonly type: 'clear' }
  /** An explanation is under way. */
  | { readonly type: 'working' }
  /** It ended without one; `problem` is a sentence for the person, left out where it was only stopped. */
  | { readonly type: 'idle'; readonly problem?: string }
  /** The word under the pointer or cursor of the editor; null: none. */
  | { readonly type: 'point'; readonly word: number | null }
  /** Figures beside the explanation that were just worked out, those still to come, and why some cannot be had. */
  | {
      readonly type: 'figures';
      /** `PanelView.id`. */
      readonly of: number;
      readonly figures: StudyResults;
      readonly waiting: readonly Study[];
      /** In sentences for the person. */
      readonly problems: Readonly<Partial<Record<Study, string>>>;
    };

/** Page → host. `word` is an index into `explanation.words`. */
export type PageMessage =
  /** The page listens; answered with the current explanation, if there is one. */
  | { readonly type: 'ready' }
  | { readonly type: 'mark'; readonly word: number | null }
  | { readonly type: 'reveal'; readonly word: number }
  /** With another of the model's methods, for another label, rather than another label, or as before. */
  | { readonly type: 'explainAgain'; readonly method?: Method; readonly target?: Label; readonly against?: Label }
  /** So many highlights, in the editor as well. */
  | { readonly type: 'density'; readonly density: Density }
  /** Figures that are only worked out when they are asked for. */
  | { readonly type: 'study'; readonly study: Study }
  /** No figure is to be worked out any more, until one is asked for. */
  | { readonly type: 'stop' }
  /** Makes a change that flips the prediction in the text; `change` is an index into the list. */
  | {
      readonly type: 'apply';
      readonly of: number;
      readonly list: 'removals' | 'replacements';
      readonly change: number;
    }
  | { readonly type: 'copy'; readonly text: string }
  /** The page shows the document as a whole: it is to be read. */
  | { readonly type: 'readDocument' }
  /** To a place of the document. */
  | { readonly type: 'goTo'; readonly start: number }
  /** The list of all sentences, in the activity bar. */
  | { readonly type: 'showOutline' }
  | { readonly type: 'explainHere' }
  | { readonly type: 'openSample' }
  | { readonly type: 'showLog' }
  /** The person wants a file of what is shown. */
  | { readonly type: 'export' }
  /** To what the host calls in the page: `DrawingPage`. */
  | PageAnswer
  /** Sections that stand open; kept per workspace. */
  | { readonly type: 'sections'; readonly open: readonly string[] };
