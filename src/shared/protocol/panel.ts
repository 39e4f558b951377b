import type { Tone } from '../tone';
import type { ModelSummary } from './explainer';
import type { Agreement, AgreementMethod, Counterfactuals, Trace, FaithfulnessReport } from '../studies';
import type { Explanation, Label } from '../explanation';
import type { Density } from '../highlights';
import type { SpanScore } from '../sums';
import type { ModelCard } from '../model-card';

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
  /** Its words: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** All words that its score and points stand for, also those at its ends that are not highlighted. */
  readonly whole: { readonly from: number; readonly to: number };
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

/** The part of a model card that is shown to people. */
export type CardFacts = Pick<
  ModelCard,
  'trainedOn' | 'rows' | 'length' | 'measured' | 'changes' | 'notFor' | 'licence' | 'history'
>;

/** The prediction of the text without one phrase. */
export interface WithoutPhrase {
  /** Its words: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The target's probability then; of one label rather than another: its share of the two. */
  readonly probability: number;
  /** The predicted label then. */
  readonly label: Label;
}

/** The studies of an explanation, which come later than it; each is absent until then, never a placeholder. */
export interface StudyResults {
  readonly card?: CardFacts;
  readonly without?: readonly WithoutPhrase[];
  readonly trust?: FaithfulnessReport;
  readonly trace?: Trace;
  readonly counterfactuals?: Counterfactuals;
  /** Without the scores, which the page does not draw. */
  readonly agreement?: Omit<Agreement, 'methods'> & { readonly methods: readonly Omit<AgreementMethod, 'scores'>[] };
}
export const STUDIES = [
  'card',
  'without',
  'trust',
  'trace',
  'counterfactuals',
  'agreement',
] as const satisfies readonly (keyof StudyResults)[];
export type Study = (typeof STUDIES)[number];

/** All that the page draws of one explanation; plain JSON, so that it survives a reload in the page's state. */
export interface PanelView {
  /** The id of the explained range; figures that come later carry it. */
  readonly id: number;
  readonly explanation: Explanation;
  /** One for each word. */
  readonly marks: readonly WordMark[];
  /** The phrases that can be highlighted, in text order; those with step 0 are not highlighted. */
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
  /** The warnings of the explanation, in the display language. */
  readonly warnings: readonly string[];
  /** Left out until the list of models is there. */
  readonly model?: ModelSummary;
}
