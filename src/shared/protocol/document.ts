import type { Tone } from '../tone';
import type { ArcBar, Rival } from '../document';
import type { Label } from '../explanation';
import type { Probabilities } from '../studies';

/** A highlight of a sentence; UTF-16 offsets into the sentence. */
export interface SentenceHighlight {
  readonly start: number;
  readonly end: number;
  readonly step: 1 | 2 | 3 | 4;
  readonly side: 'for' | 'against';
  readonly tone: Tone;
}

/** A sentence that represents its document. */
export interface TypicalSentence {
  /** From 1. */
  readonly line: number;
  /** UTF-16 offset into the document. */
  readonly start: number;
  readonly text: string;
  readonly label: Label;
  readonly probability: number;
  readonly tone: Tone;
  /** Empty until it was explained. */
  readonly highlights: readonly SentenceHighlight[];
}

/** A bar of the tone arc with what it stands for. */
export interface DocumentBar extends ArcBar {
  /** Its first sentence: where it begins, its line, and its shortened text. */
  readonly start: number;
  readonly line: number;
  readonly text: string;
}

/** What the page shows of a document as a whole. */
export interface DocumentView {
  readonly file: string;
  readonly label: Label;
  readonly tone: Tone;
  readonly probabilities: Probabilities;
  /** Another label that it might as well be called by. */
  readonly rival?: Rival;
  /** How its tone goes, in a sentence; left out if there is nothing to tell. */
  readonly course?: string;
  readonly counts: readonly { readonly label: Label; readonly tone: Tone; readonly count: number }[];
  readonly bars: readonly DocumentBar[];
  readonly typical: readonly TypicalSentence[];
  /** Sentences that were read, and all there are. */
  readonly read: number;
  readonly all: number;
}
