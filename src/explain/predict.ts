import type { CutText } from './cut-text';
import type { LoadedModel } from './explain';
import type { Prediction } from '../shared/explanation';
import { predictionOf } from './verdict';

/**
 * The verdict on one text without a reason: one forward pass. Label, probabilities and warnings are those of
 * `explainText`, to the last digit.
 */
export function predictText(
  subject: LoadedModel,
  { text, language, words }: CutText,
): Omit<Prediction, 'milliseconds'> {
  const { ids, mask, known } = subject.encode(words);
  const { logits } = subject.forward(ids, mask);
  return { text, language, model: subject.name, ...predictionOf(subject, logits, known) };
}
