import type { BatchResult, Refusal } from '../../shared/protocol/batch';
import type { Explanation, Prediction } from '../../shared/explanation';
import { concernsOneText } from '../../shared/saliency-error';

/** Answers text by text, in order: what comes before or after a text never changes its answer. */
export async function answerEach(
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

/** An error that every text would cause (no such model, damaged files) rejects the whole batch. */
function refusal(error: unknown): Refusal {
  if (concernsOneText(error)) return { error: error.message, code: error.code };
  throw error;
}
