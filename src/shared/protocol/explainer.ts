import type { Density } from '../highlights';
import type { Agreement, Counterfactuals, Trace, FaithfulnessReport, WhatIf } from '../studies';
import type { Explanation, Label, Prediction } from '../explanation';
import type { Method } from '../methods';
import type { ModelCard } from '../model-card';
import type { Language } from '../languages';
import type { BatchResult } from './batch';

export interface ExplainRequest {
  readonly text: string;
  /** Left out: decided by script, the language with more words. */
  readonly language?: Language;
  /** Left out: the default of the text's language. */
  readonly model?: string;
  /** Left out: the model's default method. */
  readonly method?: Method;
  /** Left out: the predicted label. */
  readonly target?: Label;
  /** Why the target rather than this label; the method must have signed scores, and is the first such one if left out. */
  readonly against?: Label;
  /** What a person's settings ask for where the request leaves it open. */
  readonly preferred?: {
    /** By language: the model to take; it must exist. */
    readonly model?: Readonly<Partial<Record<Language, string>>>;
    /** Taken where the model offers it, else the model's default: never an error. */
    readonly method?: Method;
  };
}

/** A request for the faithfulness of an explanation, measured at a density of highlights; left out: the default one. */
export interface TrustRequest extends ExplainRequest {
  readonly density?: Density;
}

/** A request for a prediction without an explanation. */
export type PredictRequest = Pick<ExplainRequest, 'text' | 'language' | 'model' | 'preferred'>;
/** One question about many texts, sent to a worker as one message. */
export interface BatchRequest extends Omit<ExplainRequest, 'text'> {
  readonly texts: readonly string[];
  /** False: predictions only; `method` and `target` are not looked at. */
  readonly explain: boolean;
  /** True: each explanation carries its `faithfulness`, for tens of forward passes more. Needs `explain`. */
  readonly faithfulness?: boolean;
}

/** What if the text were this one? Asked with the model, method and target of the text as it is. */
export interface WhatIfRequest extends ExplainRequest {
  readonly edited: string;
}

/** A word as it stands in a text. */
export interface SeenRequest {
  readonly model: string;
  readonly word: string;
}

/** How often a model met a word while it was trained, by the label of the text that it stood in. */
export type WordCounts = Readonly<Record<Label, number>>;

/** What a list of models shows without loading any weights; `problem` says why one cannot be used. */
export interface ModelSummary {
  readonly name: string;
  readonly language: Language;
  readonly architecture: string;
  readonly labels: readonly Label[];
  /** What it is there for, in a sentence; left out: its card does not say. */
  readonly purpose?: string;
  /** The methods it offers, its default first. */
  readonly methods: readonly Method[];
  readonly bytes: number;
  /** Measured figures of the card: test set, accuracy, n. */
  readonly measured: readonly {
    readonly data: string;
    readonly accuracy: number;
    readonly macroF1: number;
    readonly n: number;
  }[];
  /** How long a text of `words` words took on the machine that trained the model; left out: not measured. */
  readonly speed?: { readonly words: number; readonly milliseconds: number };
  /** From the person's own folder, not shipped. */
  readonly own?: true;
  readonly problem?: string;
}

/**
 * The one interface for explanations. It has two implementations, which pass one test suite: in this process (command
 * line, tests) and in a worker (editor, desktop and web).
 *
 * Errors are `SaliencyError`s, worded for the person who reads them; an abort rejects with the signal's reason, and long
 * work ends there within some milliseconds, so that what is asked next need not wait for it.
 * Texts without words are not an error of the program: they reject with a `SaliencyError` that says so.
 */
export interface Explainer {
  explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation>;
  /** The prediction alone: label, probabilities and warnings as `explain` gives them, for one forward pass. */
  predict(request: PredictRequest, signal?: AbortSignal): Promise<Prediction>;
  /**
   * One answer a text, in order, each as `explain` or `predict` gives it: neither the other texts of the batch nor the
   * worker show in it. A text that cannot be answered is a `Refusal` in its place; what would fail every text (no such
   * model, a damaged file) rejects. Back-pressure is the caller's: a batch waits in the queue like any other call.
   */
  batch(request: BatchRequest, signal?: AbortSignal): Promise<readonly BatchResult[]>;
  /** How faithful the explanation is: comprehensiveness, sufficiency, the deletion curve. Costs tens of forward passes. */
  trust(request: TrustRequest, signal?: AbortSignal): Promise<FaithfulnessReport>;
  /** How far all methods of the model agree on the text. */
  agreement(request: ExplainRequest, signal?: AbortSignal): Promise<Agreement>;
  /** What would flip the prediction. Up to thousands of passes: seconds, for long texts. */
  counterfactuals(request: ExplainRequest, signal?: AbortSignal): Promise<Counterfactuals>;
  /** The explanations of the text and of the edited text, compared. */
  whatIf(request: WhatIfRequest, signal?: AbortSignal): Promise<WhatIf>;
  /** The prediction after each word; gates and cells of recurrent layers. */
  trace(request: ExplainRequest, signal?: AbortSignal): Promise<Trace>;
  /** In how many training texts of each label a word occurred; undefined if in none, or if the model has no such counts. */
  seen(request: SeenRequest): Promise<WordCounts | undefined>;
  models(): Promise<readonly ModelSummary[]>;
  /** All that is known of one model: what it was trained on, how well it does, what it is not for. */
  card(model: string): Promise<ModelCard>;
  dispose(): Promise<void>;
}

/** Reads files of the installation: from the folder of the extension, a clone, a web server. Paths are relative, with `/`. */
export interface Files {
  /** Rejects where there is no such file. */
  read(path: string): Promise<Uint8Array>;
}
