import type { Explanation, Prediction } from '../explanation';

/** Why one text of a batch has no explanation; the others of the batch are not affected. */
export interface Refusal {
  /** A sentence for people. */
  readonly error: string;
  readonly code: string;
}

/** The answer of a batch for one text. */
export type BatchResult = Explanation | Prediction | Refusal;

/** Whether a text got no answer. */
export const isRefusal = (answer: BatchResult): answer is Refusal => 'error' in answer;

/** Whether an answer is an explanation, not only a prediction. */
export const isExplanation = (answer: BatchResult): answer is Explanation => 'words' in answer;
