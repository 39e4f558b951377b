import { segmentSpaced } from '../../text/spaced';
import type { LoadedModel } from '../explain';
import type { Explanation } from '../../shared/explanation';
import { probabilitiesByLabel, predictMasked } from '../judgement';

/** An English text explained with the scores given, one a word; for the predicted label. */
export function explanationWith(
  subject: LoadedModel,
  text: string,
  scores: readonly number[],
  changes: Partial<Explanation> = {},
): Explanation {
  const cut = segmentSpaced(text);
  const { ids, mask, known } = subject.encode(cut);
  const verdict = predictMasked(subject, ids, mask);
  const label = subject.labels[verdict.label];
  return {
    text,
    language: 'en',
    model: subject.name,
    method: 'gradient-x-input',
    signed: true,
    target: label,
    baseline: 'none',
    label,
    probabilities: probabilitiesByLabel(subject, verdict),
    words: cut.map((word, i) => ({ ...word, score: scores[i], known: known[i] })),
    milliseconds: 0,
    warnings: [],
    ...changes,
  };
}

/** Nobody waits and nobody cancels. */
export const noStep = (): Promise<void> => Promise.resolve();
