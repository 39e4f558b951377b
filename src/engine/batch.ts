import type { Explanation, Prediction } from '../explain/explanation';
import { SaliencyError } from '../text/saliency-error';
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
export type Answer = Explanation | Prediction | Refusal;

/** Whether a text got no answer. */
export const isRefusal = (answer: Answer): answer is Refusal => 'error' in answer;

/** Whether an answer says why, and not only what. */
export const isExplanation = (answer: Answer): answer is Explanation => 'words' in answer;

/**
 * Errors that are about one text, its language included: the others of a batch are not to blame. All others (no such
 * model, damaged files) would come back with every text, so they reject the whole batch.
 */
const OF_ONE_TEXT: ReadonlySet<string> = new Set([
  'no-words',
  'too-long',
  'no-model',
  'method-not-offered',
  'unknown-target',
]);

/** Answers text by text, in order: what comes before or after a text never changes its answer. */
export async function answersTo(
  texts: readonly string[],
  answer: (text: string) => Promise<Explanation | Prediction>,
  signal?: AbortSignal,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const text of texts) {
    signal?.throwIfAborted();
    answers.push(await answer(text).catch(refusal));
  }
  return answers;
}

function refusal(error: unknown): Refusal {
  if (error instanceof SaliencyError && OF_ONE_TEXT.has(error.code)) return { error: error.message, code: error.code };
  throw error;
}
