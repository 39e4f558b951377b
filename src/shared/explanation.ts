import type { Language } from './languages';
import type { Method } from './methods';
import type { Warning } from './warning';

/** A label is the model's own: `negative`, `neutral`, `positive`, or whatever its card lists, from bad to good. */
export type Label = string;

/** One word of an explained text. */
export interface ExplainedWord {
  readonly text: string;
  /** UTF-16 offsets into the original text. */
  readonly start: number;
  readonly end: number;
  /** The method's own unit: logit for additive methods, share for saliencies. Exactly 0 where the model skips the word. */
  readonly score: number;
  /** Whether the word is in the model's vocabulary. */
  readonly known: boolean;
  /** Share of attention, 0–1; only of models with attention. */
  readonly attention?: number;
  /** State distance ‖h_n − h_i‖ / ‖h_n‖ *after* this word; only of models whose head reads last states. */
  readonly distance?: number;
}

/** Neighbouring words that count as one reason. */
export interface ExplainedPhrase {
  /** UTF-16 offsets into the original text, where its first word starts and its last one ends. */
  readonly start: number;
  readonly end: number;
  /** In logits; the sum of its words' scores. */
  readonly score: number;
}

/**
 * What deleting words by their scores does to the target's probability, as means over ERASER's bins (1, 5, 10, 20, 50 %
 * of the words): how much is lost without the top words, and how much when only they stay.
 */
export interface Faithfulness {
  readonly comprehensiveness: number;
  readonly sufficiency: number;
  /** The same for words in random order: the mean over seeded orders. */
  readonly random: {
    readonly comprehensiveness: number;
    readonly sufficiency: number;
    /** How many orders. */
    readonly orders: number;
    /** The standard errors of the two means. */
    readonly standardError: { readonly comprehensiveness: number; readonly sufficiency: number };
  };
}

/** Why a text reads as it does: the same object in the editor, the panel, the command line and a batch. */
export interface Explanation {
  readonly text: string;
  readonly language: Language;
  readonly model: string;
  readonly method: Method;
  /** True: a score's sign says for (+) or against (−) the target. False: a saliency, without direction. */
  readonly signed: boolean;
  readonly target: Label;
  /** The scores are for the target rather than for this label; left out: for the target alone. */
  readonly against?: Label;
  /** What the scores are measured against: `empty text`, `zero embedding`, … */
  readonly baseline: string;
  /** The predicted label. */
  readonly label: Label;
  /** By label, in the model's own order; they sum to 1. */
  readonly probabilities: Readonly<Record<Label, number>>;
  readonly words: readonly ExplainedWord[];
  /**
   * The target's probability for an empty text, where the scores are measured from there; of one label rather than
   * another: its share of the two.
   */
  readonly baseProbability?: number;
  /** Phrases with scores, in text order, without overlap; text between them scores nothing. Only from methods that score phrases. */
  readonly phrases?: readonly ExplainedPhrase[];
  /** The sum of the scores minus the difference of logits that it should equal; only from additive methods. */
  readonly completeness?: number;
  /** Absent until it was computed, never a placeholder. */
  readonly faithfulness?: Faithfulness;
  readonly milliseconds: number;
  readonly warnings: readonly Warning[];
}

/** The prediction on a text without a reason; the same figures as in its `Explanation`. */
export type Prediction = Pick<
  Explanation,
  'text' | 'language' | 'model' | 'label' | 'probabilities' | 'milliseconds' | 'warnings'
>;
