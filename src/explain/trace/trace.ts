import type { Trace } from '../../shared/studies';
import type { LoadedModel, UntimedExplanation } from '../explain';
import { float32Of } from '../forward-result';
import type { YieldPoint } from '../yield-point';
import { gatesAlong } from './gates';
import { prefixPredictions } from './prefixes';

/** How the prediction on an explained text came about, word after word. */
export async function tracePrediction(
  subject: LoadedModel,
  explanation: UntimedExplanation,
  step: YieldPoint,
): Promise<Trace> {
  const { ids, mask } = subject.encode(explanation.words);
  const prefixes = await prefixPredictions(subject, explanation.words, step);
  await step();
  const layers = gatesAlong(float32Of(subject), ids, mask);
  return { model: explanation.model, target: explanation.target, prefixes, layers };
}
