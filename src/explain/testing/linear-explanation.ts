import { segmentSpaced } from '../../text/spaced';
import type { LoadedModel } from '../explain';
import type { Explanation } from '../../shared/explanation';
import { probabilitiesByLabel, predictMasked } from '../masked-prediction';

/** An English text explained with the scores given, one a word; for the predicted label. */
export function explanationWith(
  subject: LoadedModel,
  text: string,
  scores: readonly number[],
  changes: Partial<Explanation> = {},
): Explanation {
  const cut = segmentSpaced(text);
  const { ids, mask, known } = subject.encode(cut);
  const prediction = predictMasked(subject, ids, mask);
  const label = subject.labels[prediction.label];
  return {
    text,
    language: 'en',
    model: subject.name,
    method: 'gradient-x-input',
    signed: true,
    target: label,
    baseline: 'none',
    label,
    probabilities: probabilitiesByLabel(subject, prediction),
    words: cut.map((word, i) => ({ ...word, score: scores[i], known: known[i] })),
    milliseconds: 0,
    warnings: [],
    ...changes,
  };
}

/** Nobody waits and nobody cancels. */
export const noStep = (): Promise<void> => Promise.resolve();
