import type { Explanation, Faithfulness, Label } from './explanation';
import type { Density } from './highlights';
import type { Method } from './methods';

// What can be asked beside an explanation. Plain data: it travels to a worker's host, a page and a file as it is, holds
// codes and figures, and no sentences. Every figure has six digits; the same question gives the same bytes.

/** Probabilities by label, in the model's own order. */
export type Probabilities = Readonly<Record<Label, number>>;

/** Probability of the target that is lost: when the words go (comprehensiveness), when only they stay (sufficiency). */
export interface Losses {
  readonly comprehensiveness: number;
  readonly sufficiency: number;
}

/** One of ERASER's bins. */
export interface FaithfulnessBin extends Losses {
  /** Share of the words that the model reads: 0.01, 0.05, 0.1, 0.2, 0.5. */
  readonly share: number;
  /** How many words that is; at least one. */
  readonly words: number;
  /** The mean over the random orders. */
  readonly random: Losses;
}

/** The target's probability when `removed` of the most important words are removed. */
export interface CurvePoint {
  readonly removed: number;
  readonly probability: number;
  /** The mean over the random orders; only where they were measured: at the bins and at both ends. */
  readonly random?: number;
  /** Beside `random`: in eight of ten random orders the probability lies between these two. */
  readonly randomRange?: Range;
}

/** The 10th and the 90th percentile. */
export type Range = readonly [low: number, high: number];

/** What removing the marked words does; they support the target, or are the most important of a saliency. */
export interface RemovedHighlights {
  /** How many highlights were asked for. */
  readonly density: Density;
  /** Positions in `Explanation.words`, the most important first; empty if no word stands out. */
  readonly words: readonly number[];
  /** The target's probability with all words. */
  readonly from: number;
  /** Without the marked words. */
  readonly to: number;
  /** Without as many random words: the mean over the random orders, and its standard error. */
  readonly randomTo: number;
  readonly randomError: number;
  /** In eight of ten random orders the probability lies between these two. */
  readonly randomRange: Range;
}

/**
 * How far an explanation can be trusted, by deletion (DeYoung et al. 2020, ERASER): what the model says when the words
 * that the explanation calls important go, or alone stay, beside words taken at random.
 */
export interface FaithfulnessReport {
  readonly model: string;
  readonly method: Method;
  readonly target: Label;
  /** Words that the model reads; skipped ones are never removed. 0: nothing could be measured. */
  readonly words: number;
  /** The means over the bins; absent if the model reads no word. */
  readonly faithfulness?: Faithfulness;
  readonly bins: readonly FaithfulnessBin[];
  /** From no word to all words removed, in the explanation's order. */
  readonly curve: readonly CurvePoint[];
  readonly reading: RemovedHighlights;
}

/** One method's part in an agreement. */
export interface AgreementMethod {
  readonly method: Method;
  readonly signed: boolean;
  /** One score a word, as an explanation by this method has them. */
  readonly scores: readonly number[];
  /** Positions of its most important words, the most important first. */
  readonly top: readonly number[];
}

/** How alike two methods rank the words of one text. */
export interface AgreementPair {
  readonly methods: readonly [Method, Method];
  /** Kendall's τ-b, −1 to 1; absent if one of them gives all words the same score. */
  readonly tau?: number;
  /** Words that both have among their top, as a share of the top's size. */
  readonly shared: number;
}

/** How far the methods of a model agree on one text and target. */
export interface Agreement {
  readonly model: string;
  readonly target: Label;
  /** Size of the tops that are compared. */
  readonly top: number;
  readonly methods: readonly AgreementMethod[];
  readonly pairs: readonly AgreementPair[];
  /** Methods that the model offers but that were not asked, and why (a `SaliencyError`'s code, or `cost`). */
  readonly left: readonly { readonly method: Method; readonly reason: string }[];
}

/** A replacement of a stretch of the text, in UTF-16 offsets of the text as it was. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A change of the text that flips the prediction, read once more as a whole text before it is offered. */
export interface Counterfactual {
  /** Positions of the changed words in `Explanation.words`, in text order. */
  readonly words: readonly number[];
  /** In text order, without overlap: all of them make the changed text. */
  readonly edits: readonly TextEdit[];
  /** The prediction of the changed text. */
  readonly label: Label;
  readonly probabilities: Probabilities;
}

/** A change that replaces words by others. */
export interface Replacement extends Counterfactual {
  /** What goes and what comes instead, empty if nothing does; of several places parted by ` … `. */
  readonly from: string;
  readonly to: string;
}

export interface Counterfactuals {
  readonly model: string;
  /** The prediction that is to be flipped. */
  readonly label: Label;
  readonly probabilities: Probabilities;
  readonly removals: {
    /** All of the same number of words, the surest first, at most three; empty: none was found. */
    readonly found: readonly Counterfactual[];
    /**
     * With `found`: no smaller number of words flips the prediction, every choice was tried. Without: no removal at all
     * flips it, every one was tried.
     */
    readonly proven: boolean;
    /** Removals that were tried. */
    readonly tried: number;
  };
  readonly replacements: {
    /** The most natural first, at most three, each of other words or made another way. */
    readonly found: readonly Replacement[];
    readonly tried: number;
  };
}

/** A word of a what-if: in both texts, or in one of them. */
export interface ComparedWord {
  /** Position in `before.words`; absent for a word that was added. */
  readonly before?: number;
  /** Position in `after.words`; absent for a word that was removed. */
  readonly after?: number;
  /** Score after minus score before, of words that are in both. */
  readonly difference?: number;
}

/** An edited text explained beside the old one: same model, method and target. */
export interface WhatIf {
  readonly before: Explanation;
  readonly after: Explanation;
  /** The words of both, in the order of the edited text, a removed word where it stood. */
  readonly words: readonly ComparedWord[];
}

/** The prediction after the first words of a text. */
export interface PrefixPrediction {
  /** How many words were read. */
  readonly words: number;
  readonly probabilities: Probabilities;
}

/** Gates and cell of one direction of one LSTM layer along the text; one value per word, in text order. */
export interface LayerTrace {
  /** 0 is next to the word vectors. */
  readonly layer: number;
  readonly direction: 'forward' | 'backward';
  readonly units: number;
  /** Means over the units, 0–1; of a skipped word those of the word before it in reading order (0 at the start). */
  readonly input: readonly number[];
  readonly forget: readonly number[];
  readonly output: readonly number[];
  /** ‖c‖₂ after the word. */
  readonly cellNorm: readonly number[];
  /** ‖h‖₂ after the word. */
  readonly stateNorm: readonly number[];
}

/** How a prediction came about, word after word. */
export interface Trace {
  readonly model: string;
  readonly target: Label;
  /** After every word, or of a long text after evenly spread ones; the last is the whole text's. */
  readonly prefixes: readonly PrefixPrediction[];
  /** Empty for models without LSTM layers. */
  readonly layers: readonly LayerTrace[];
}
