import type { Model } from '../../model/model';
import { largestAt, probabilitiesOf } from '../../model/probabilities';
import type { RowPrediction } from '../../shared/fine-tuning';
import type { Segmenter } from '../../text/word';
import { inShortSteps } from './short-steps';

/**
 * A model's predictions for whole texts, computed as in normal use.
 * @param pass awaited from time to time; here the run can be paused or cancelled
 */
export function predictions(
  model: Model,
  segment: Segmenter,
  texts: readonly string[],
  pass: () => Promise<void>,
): Promise<RowPrediction[]> {
  const said = (text: string): RowPrediction => {
    const { ids, mask } = model.encode(segment(text));
    return rowPrediction(model.forward(ids, mask).logits, model.labels, model.temperature);
  };
  return inShortSteps(texts, said, pass);
}

export function rowPrediction(
  logits: ArrayLike<number>,
  labels: readonly string[],
  temperature: number | undefined,
): RowPrediction {
  const probabilities = probabilitiesOf(logits, temperature);
  const at = largestAt(probabilities);
  return { label: labels[at], probability: probabilities[at] };
}
