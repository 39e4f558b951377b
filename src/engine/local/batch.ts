import type { BatchResult, Refusal } from '../../shared/protocol/batch';
import type { Explanation, Prediction } from '../../shared/explanation';
import { SaliencyError } from '../../shared/saliency-error';

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
): Promise<readonly BatchResult[]> {
  const answers: BatchResult[] = [];
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
