import type { Explanation, Prediction } from '../explanation';
import type { ExplainRequest } from './explainer';

/** One question about many texts, sent to a worker as one message. */
export interface BatchRequest extends Omit<ExplainRequest, 'text'> {
  readonly texts: readonly string[];
  /** False: verdicts only; `method` and `target` are not looked at. */
  readonly explain: boolean;
  /** True: each explanation carries its `faithfulness`, for tens of forward passes more. Needs `explain`. */
  readonly faithfulness?: boolean;
}

/** Why one text of a batch has no answer; its neighbours have theirs. */
export interface Refusal {
  /** A sentence for people. */
  readonly error: string;
  readonly code: string;
}

/** What a batch says of one text. */
export type BatchResult = Explanation | Prediction | Refusal;

/** Whether a text got no answer. */
export const isRefusal = (answer: BatchResult): answer is Refusal => 'error' in answer;

/** Whether an answer says why, and not only what. */
export const isExplanation = (answer: BatchResult): answer is Explanation => 'words' in answer;
