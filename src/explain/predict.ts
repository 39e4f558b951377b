import type { CutText } from './cut-text';
import type { LoadedModel } from './explain';
import type { Prediction } from '../shared/explanation';
import { decisiveLogits, predictionOf, readableWords } from './prediction';

/**
 * The prediction on one text without a reason: one forward pass. Label, probabilities and warnings are those of
 * `explainText`, to the last digit.
 */
export function predictText(
  subject: LoadedModel,
  { text, language, words }: CutText,
): Omit<Prediction, 'milliseconds'> {
  const encoded = subject.encode(words);
  const readable = readableWords(encoded);
  const logits = decisiveLogits(subject.labels, subject.forward(encoded.ids, encoded.mask).logits, readable);
  return { text, language, model: subject.name, ...predictionOf(subject, logits, readable) };
}
